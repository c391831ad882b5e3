"""The plan of the site: which pages exist, at which address, from which fragment, with which records.

Pure data. Nothing here renders or writes; adapters turn the plan into files.
"""

from tenfold.pages.contributing import Host
from tenfold.pages.field_reference import fields_address, kind_of_file
from tenfold.pages.finding import finder_racks
from tenfold.pages.former import Former, former_addresses
from tenfold.pages.frame import footer_places, header_places
from tenfold.pages.page import Crumb, Download, Page, address_of, browse_address, raw_address
from tenfold.pages.planning import plan_pages
from tenfold.pages.raw import public_text
from tenfold.pages.shelves import Rack, Shelf, framework_racks, racks
from tenfold.pages.whereabouts import Whereabouts, is_local

__all__ = [
    "Crumb",
    "Download",
    "Former",
    "Host",
    "Page",
    "Rack",
    "Shelf",
    "Whereabouts",
    "address_of",
    "browse_address",
    "fields_address",
    "finder_racks",
    "footer_places",
    "former_addresses",
    "framework_racks",
    "header_places",
    "is_local",
    "kind_of_file",
    "plan_pages",
    "public_text",
    "racks",
    "raw_address",
]
