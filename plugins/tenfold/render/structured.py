"""Structured data about pages, for search engines and other machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from tenfold.library import Library
from tenfold.library.resources import link_of
from tenfold.model import CaseStudy, Exercise, KeyFeature, Kind, Resource
from tenfold.model.vocabulary import ResourceCost, ResourceGroup
from tenfold.pages import Page, address_of

CONTEXT = "https://schema.org"

COLLECTIONS = {
    *("listing", "browse", "rack", "features", "frameworks", "framework", "sources", "matrix", "find", "exercises"),
    "resources",
}


def json_ld(
    page: Page,
    library: Library,
    *,
    site_name: str,
    site_url: str | None,
    same_as: str | None = None,
    based_on: str | None = None,
) -> Markup:
    """The JSON-LD of a page, safe to stand inside a script element.

    Args:
        page: the page.
        library: the records.
        site_name: what the site is called.
        site_url: its address, or None: then the data holds no addresses of its own.
        same_as: where the same page stands in the site that this one is a copy of, if it is the same.
        based_on: the address of that site, if there is one.
    """
    data = subject(page, library, site_name, site_url)
    data["isPartOf"] = without_none({**data["isPartOf"], "isBasedOn": based_on})
    graph: list[dict[str, Any]] = [without_none({**data, "sameAs": same_as})]
    if page.crumbs and site_url:
        graph.append(trail(page, site_url))
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup(
        text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028")
    )


def subject(page: Page, library: Library, site_name: str, site_url: str | None) -> dict[str, Any]:
    """What the page is: an article, a defined term, a collection or a page."""
    common: dict[str, Any] = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "inLanguage": "en-GB",
        "url": absolute(page.address, site_url),
        "isPartOf": {"@type": "WebSite", "name": site_name, **({"url": site_url} if site_url else {})},
    }
    record = library.entries[page.subject].record if page.subject in library.entries and page.subject else None
    if isinstance(record, CaseStudy):
        return {**common, **article(record, library, site_url)}
    if isinstance(record, Exercise):
        return {**common, **how_to(record)}
    if isinstance(record, KeyFeature):
        term = {
            "@type": "DefinedTerm",
            "termCode": record.number,
            "inDefinedTermSet": "The ten key features of inclusive practice",
        }
        return {**common, **term}
    if page.fragment == "glossary":
        terms = [
            {"@type": "DefinedTerm", "name": term.term, "description": term.definition}
            for term in library.terms.values()
        ]
        return {**common, "@type": "DefinedTermSet", "hasDefinedTerm": terms}
    if page.fragment in COLLECTIONS:
        parts = [helpful(each, library) for each in library.resources.values()] if page.fragment == "resources" else []
        return {**common, "@type": "CollectionPage", **({"hasPart": parts} if parts else {})}
    return common


def article(case: CaseStudy, library: Library, site_url: str | None) -> dict[str, Any]:
    features = [(id, library.features[id]) for id in case.features if id in library.features]
    return {
        "@type": "Article",
        "headline": case.title,
        "name": case.title,
        "author": {"@type": "Organization", "name": case.provenance.written_by},
        "datePublished": case.provenance.published.isoformat(),
        "dateModified": case.provenance.reviewed.isoformat(),
        "license": case.provenance.licence.address,
        "spatialCoverage": {"@type": "Place", "name": case.setting.place},
        "mentions": {"@type": "Organization", "name": case.setting.name},
        "about": [
            without_none(
                {"@type": "DefinedTerm", "name": feature.title, "url": absolute(address_of(Kind.FEATURE, id), site_url)}
            )
            for id, feature in features
        ],
        "citation": [library.sources[id].title for id in case.provenance.sources if id in library.sources],
    }


def how_to(exercise: Exercise) -> dict[str, Any]:
    steps = enumerate(exercise.steps, 1)
    return {
        "@type": "HowTo",
        "totalTime": f"PT{exercise.minutes}M",
        "supply": list(exercise.materials),
        "step": [{"@type": "HowToStep", "position": position, "name": step.title} for position, step in steps],
    }


def helpful(resource: Resource, library: Library) -> dict[str, Any]:
    """Something elsewhere that helps: a service, or a work to read or to use."""
    by = {"@type": "Organization", "name": resource.publisher}
    service = resource.group is ResourceGroup.SERVICE
    found = {
        "@type": "Service" if service else "CreativeWork",
        "name": resource.title,
        "description": resource.summary,
        "url": link_of(resource, library.sources),
        "provider" if service else "publisher": by,
        "areaServed" if service else "spatialCoverage": resource.area,
        "isAccessibleForFree": True if resource.cost is ResourceCost.FREE and not service else None,
    }
    return without_none(found)


def trail(page: Page, site_url: str) -> dict[str, Any]:
    steps = [(crumb.title, crumb.address) for crumb in page.crumbs] + [(page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": absolute(address, site_url)}
            for position, (title, address) in enumerate(steps, 1)
        ],
    }


def absolute(address: str, site_url: str | None) -> str | None:
    return f"{site_url.rstrip('/')}/{address}" if site_url else None


def without_none(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}
