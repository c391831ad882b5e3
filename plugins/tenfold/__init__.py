"""Tenfold: a checked, cross-linked knowledge base of inclusive practice.

The rooms, from the foundation up (imports point down this list, never up): `model`, `problems`, `loading`,
`prose`, `library`, `schema`, `safeguarding`, `teaching`, `checking`, `nearby`, `reviewing`, `owners`, `reporting`,
`receiving`, `pages`, `finding`, `render`, `documents`, `publishing`, `adapters`, `cli`.
"""
