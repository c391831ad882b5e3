"""First names that are common among children in English schools, for the rules about names.

Names cannot be found by pattern: this list only helps to tell "Zainab (Year 4)" from "Phonics (Year 4)" where a
sentence starts with the word. The checklist asks a person to look for names.
"""

from __future__ import annotations

NAMES = """
Aaliyah Aaron Abdul Abdullah Abigail Abraham Adam Adrian Ahmad Ahmed Aidan Aisha Alana Albert Aleksander Alex
Alexander Alexandra Alexia Alfie Ali Alice Alicia Alina Alisha Amanda Amara Amber Amelia Amina Amir Amira Amy Ana
Anas Anastasia Andre Andrea Andrei Andrew Angela Anika Anna Annabelle Anthony Antonio Anya Arabella Archie Aria
Arjun Arlo Arthur Asha Ashley Ava Ayaan Ayesha Aylin Bailey Barnaby Beatrice Bella Ben Benjamin Bethany Billy Blake
Bobby Bradley Brandon Caitlin Caleb Callie Callum Cameron Carter Charles Charlie Charlotte Chidi Chloe Christian
Christopher Clara Cody Cole Connor Corey Daisy Damian Dan Daniel Danielle Danny Darcey Darius David Declan Denis
Dexter Diana Dominic Dylan Ebony Eddie Edith Edward Edwin Eleanor Elena Eli Elias Elijah Elise Eliza Elizabeth Ella
Ellie Elliot Elliott Elodie Elsie Emily Emma Emmanuel Erin Esme Esther Ethan Eva Evan Eve Evelyn Evie Ezra Farah
Fatima Felicity Felix Finlay Finley Finn Florence Frances Francesca Frank Frankie Fraser Freddie Frederick Freya
Gabriel Gabriella Gabrielle Gemma George Georgia Georgina Gracie Hamza Hannah Haris Harley Harper Harriet Harrison
Harry Harvey Hassan Hayden Heidi Henry Hollie Hugo Hussain Ibrahim Imogen Imran Ines Iqra Isaac Isabel Isabella
Isabelle Isha Isla Ismail Ivan Jack Jackson Jacob Jade Jaden Jaime Jake Jakub Jamal James Jamie Jasmine Jason
Jasper Jay Jayden Jenny Jenson Jeremiah Jesse Jessica Jodie Joe Joel John Jonah Jonathan Jordan Joseph Josephine
Josh Joshua Jude Julia Julian Kai Kamil Karim Kate Katherine Katie Kayden Kayla Keira Kelly Kevin Khadija Kian
Kieran Kofi Kyle Lacey Laila Lara Laura Layla Leah Leila Lena Leo Leon Leona Levi Lewis Lexi Liam Lila Lily Logan
Lola Lottie Louie Louis Louisa Louise Luca Lucas Lucia Lucy Luke Luna Lydia Mackenzie Maddison Maisie Maja Malachi
Malik Marcus Maria Mariam Marley Martha Martin Mary Maryam Mason Mateo Matilda Matthew Max Maximilian Maya Megan
Melissa Mia Michael Michal Michelle Mila Miles Millie Milo Miriam Mohamed Mohammad Mohammed Mollie Molly Morgan
Moses Muhammad Musa Mustafa Myles Nadia Nancy Naomi Natalia Natalie Natasha Nathan Nathaniel Neha Niamh Nicholas
Nicola Nicole Nikita Nikola Noah Noor Nora Nyah Oliver Olivia Oliwia Olly Omar Oscar Osman Otis Owen Paige Parker
Patrick Paul Penelope Peter Philip Phoebe Phoenix Piotr Polly Poppy Priya Rachel Ralph Rania Raphael Rayyan Rebecca
Reece Reggie Reuben Rhys Ria Riley Robert Robin Robyn Rohan Roman Ronnie Rory Rosa Rosie Ruby Rufus Ryan Saanvi
Safa Saif Salma Sam Samantha Samira Samuel Sana Sara Sarah Sasha Saskia Scarlett Sean Sebastian Selina Seth Shanice
Shannon Shaun Shreya Sienna Simon Simran Skye Sofia Sonia Sonny Sophia Sophie Spencer Stanley Stefan Stephanie
Stephen Steven Sufyan Suleman Sumaya Sunny Szymon Tamara Tanisha Tara Taylor Teddy Tegan Theo Theodore Thomas Tia
Tiana Tilly Toby Tom Tommy Tristan Tyler Tyrone Umar Valentina Vanessa Victor Victoria Vincent Violet Wiktor
William Willow Xavier Yasmin Yousef Yusuf Zac Zach Zachary Zahra Zain Zainab Zak Zara Zayn Zeynep Zoe Zofia Zuzanna
"""
FIRST_NAMES = frozenset(NAMES.split())
"""Without those that are words, months or the names of schools as well."""
