"""Tenfold: a checked, cross-linked knowledge base of inclusive practice.

The rooms, from the foundation up (imports point down this list, never up): `model`, `problems`, `loading`, `layout`,
`prose`, `library`, `safeguarding`, `teaching`, `schema`, `checking`, `nearby`, `reviewing`, `owners`, `reporting`,
`receiving`, `pages`, `ledger`, `changing`, `finding`, `render`, `documents`, `forms`, `conversation`, `publishing`,
`adapters`, `cli`.
"""
