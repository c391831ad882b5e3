"""Files of an older record format, brought to ours step by step: what stands in them stays, comments and all."""

from tenfold.migrating.migrating import OURS, CannotMigrate, Migrated, Migrations
from tenfold.migrating.steps import Step

__all__ = ["OURS", "CannotMigrate", "Migrated", "Migrations", "Step"]
