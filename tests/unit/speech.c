/* Unit tests of who said it: marks, cues, subjects, identity, reported clauses. All people and outlets are invented. */
#include "speech_rows.h"

/* ---- marks ------------------------------------------------------------------------------- */

ROWS(test_marks_of_every_make,
     {"\"We are done,\" Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"„We are done today“, Mara Velloso said.", "direct Mara Velloso: We are done today\n"},
     {"«We are done today», Mara Velloso said.", "direct Mara Velloso: We are done today\n"},
     {"‘We are done,’ Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"'We are done,' Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"''We are done,'' Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"``We are done,'' Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,’’ Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"‘‘We are done,’’ Mara Velloso said. ‘‘It is late.’’", "direct Mara Velloso: We are done,\ndirect Mara Velloso: It is late.\n"})

ROWS(test_marks_apostrophes_are_none,
     {"Mara Velloso said: ‘The farmers’ own plan won’t do. It’s theirs.’", "direct Mara Velloso: The farmers’ own plan won’t do. It’s theirs.\n"},
     {"Rock 'n' roll in the '90s was the workers' own.", ""},
     {"The boys’ school and the girls’ school are the teachers’ pride.", ""})

ROWS(test_marks_nested,
     {"“They told me ‘never again’ and left,” Mara Velloso said.", "direct Mara Velloso: They told me ‘never again’ and left,\n"},
     {"‘They told me “never again” and left,’ Mara Velloso said.", "direct Mara Velloso: They told me “never again” and left,\n"})

ROWS(test_marks_wrong_way_and_mixed,
     {"Mara Velloso called the plan “abhorrent“ in May.", "indirect Mara Velloso: the plan “abhorrent“ in May\nfragment Mara Velloso: abhorrent\n"},
     {"”We are done today,” Mara Velloso said.", "direct Mara Velloso: We are done today,\n"},
     {"“We are done today,\" Mara Velloso said.", "direct Mara Velloso: We are done today,\n"})

ROWS(test_marks_an_odd_one_costs_its_paragraph_only,
     {"The 6\" pipe burst near the old mill.\n\"We are done,\" Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"Mara Velloso spoke of ” and left.\n“We are done,” she said.", "direct Mara Velloso: We are done,\n"})

ROWS(test_marks_continuation_paragraphs,
     {"“We came here first, years ago,” Mara Velloso said.\n“We built the mill.\n“We will keep it.”",
      "direct Mara Velloso: We came here first, years ago,\ndirect Mara Velloso: We built the mill.\ndirect Mara Velloso: We will keep it.\n"})

/* ---- the order of quotation, speaker and verb -------------------------------------------------- */

ROWS(test_order,
     {"“We are done,” Mara Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” said Mara Velloso.", "direct Mara Velloso: We are done,\n"},
     {"Mara Velloso said: “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"Mara Velloso said, “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"Said Mara Velloso: “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"“We are done,” Mara Velloso said, “and we are glad of it.”",
      "direct Mara Velloso: We are done,\ndirect Mara Velloso: and we are glad of it.\n"},
     {"“We are done,” according to Mara Velloso.", "direct Mara Velloso: We are done,\n"},
     {"“Are we done?” Mara Velloso asked.", "direct Mara Velloso: Are we done?\n"},
     {"“We are done today.” Mara Velloso said.", "direct Mara Velloso: We are done today.\n"})

ROWS(test_asides_before_the_verb,
     {"Mara Velloso, who replaced Tom Harrow, said: “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"Mara Velloso, 44, a farmer from Brandon, said: “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"“We are done,” the harbour master, Mara Velloso, said.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” said the leader of the council, Mara Velloso.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” Mara Velloso, the director of “Starfish,” later recalled.", "direct Mara Velloso: We are done,\nscare ?: Starfish,\n"},
     {"“We are done.” Adds Mara Velloso: “The mill is closed.”", "direct ?: We are done.\ndirect Mara Velloso: The mill is closed.\n"},
     {"“We are done,” Mara Velloso (Greens) said.", "direct Mara Velloso: We are done,\n"},
     {"On Monday, after the vote, Mara Velloso told reporters: “We are done.”", "direct Mara Velloso: We are done.\n"})

ROWS(test_several_people_in_one_sentence,
     {"Tom Harrow left the room and Mara Velloso said: “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"“We are done,” Mara Velloso said of Tom Harrow.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” said Mara Velloso, who once worked for Tom Harrow.", "direct Mara Velloso: We are done,\n"},
     {"“Tom Harrow is done,” Mara Velloso said.", "direct Mara Velloso: Tom Harrow is done,\n"},
     {"“President Harrow is done,” Mara Velloso said.", "direct Mara Velloso: President Harrow is done,\n"})

ROWS(test_two_speakers,
     {"Mara Velloso and Tom Harrow wrote: “We are done.”", "direct Mara Velloso and Tom Harrow: We are done.\n"},
     {"Mara Velloso and Tom Harrow, professors at Lakehead College, wrote: “We are done.”",
      "direct Mara Velloso and Tom Harrow: We are done.\n"},
     {"“We are done,” said Mara Velloso and Tom Harrow.", "direct Mara Velloso and Tom Harrow: We are done,\n"})

ROWS(test_bodies_places_and_roles_speak,
     {"“We are done,” the Prairie Grain Council said.", "direct Prairie Grain Council: We are done,\n"},
     {"“We are done,” Ottawa said.", "direct Ottawa: We are done,\n"},
     {"“We are done,” the ministry said in a statement.", "direct Ministry: We are done,\n"},
     {"“We are done,” senior officials said.", "direct Senior officials: We are done,\n"},
     {"“We are done,” said a spokesman for the ministry.", "direct Spokesman for the ministry: We are done,\n"},
     {"A spokeswoman for Mara Velloso said: “We are done.”", "direct Spokeswoman for Mara Velloso: We are done.\n"},
     {"“We are done,” Mara Velloso's office said.", "direct Mara Velloso's office: We are done,\n"},
     {"“We are done,” Canadian and Chinese officials said.", "direct Canadian and Chinese officials: We are done,\n"})

ROWS(test_verbs_with_particles,
     {"“We are done,” Mara Velloso shot back.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” Mara Velloso went on.", "direct Mara Velloso: We are done,\n"},
     {"As Mara Velloso put it, “We are done.”", "direct Mara Velloso: We are done.\n"},
     {"Mara Velloso spoke of “red lines” for the lake.", "fragment Mara Velloso: red lines\n"})

ROWS(test_first_person_is_nobody,
     {"“We are done,” I said.", "direct ?: We are done,\n"},
     {"“We are done,” somebody said.", "direct ?: We are done,\n"})

ROWS(test_signatures,
     {"“We are done with the lake.” — Mara Velloso", "direct Mara Velloso: We are done with the lake.\n"},
     {"“We are done with the lake.”\n— Mara Velloso, Brandon", "direct Mara Velloso: We are done with the lake.\n"})

ROWS(test_datelines_do_nothing,
     {"BRANDON, July 25 (PW) — The Grain Council said it was “a sincere offer” to farmers.",
      "indirect Grain Council: it was “a sincere offer” to farmers\nfragment Grain Council: a sincere offer\n"})

/* ---- what floats ----------------------------------------------------------------------------------- */

ROWS(test_floating,
     {"“We are done,” Mara Velloso said. “The mill is closed.”",
      "direct Mara Velloso: We are done,\ndirect Mara Velloso: The mill is closed.\n"},
     {"Mara Velloso said the mill was closed. “There is nobody left to run it.”",
      "indirect Mara Velloso: the mill was closed\ndirect Mara Velloso: There is nobody left to run it.\n"},
     {"Mara Velloso said the mill was closed.\n“There is nobody left to run it.”",
      "indirect Mara Velloso: the mill was closed\ndirect Mara Velloso: There is nobody left to run it.\n"},
     {"Mara Velloso listed three conditions:\n“There must be a road to the mill.”", "direct Mara Velloso: There must be a road to the mill.\n"},
     {"“We are done with all of this.”", "direct ?: We are done with all of this.\n"})

/* ---- pronouns ---------------------------------------------------------------------------------------- */

ROWS(test_pronouns,
     {"Mara Velloso came late. “We are done,” she said.", "direct Mara Velloso: We are done,\n"},
     {"Mara Velloso met Tom Harrow. “We are done,” he said.", "direct Tom Harrow: We are done,\n"},
     {"Mara Velloso said the mill was closed. Tom Harrow was there. “We are done,” she said.",
      "indirect Mara Velloso: the mill was closed\ndirect Mara Velloso: We are done,\n"},
     {"Mr. Okafor met Ms. Lindqvist. “We are done,” she said.", "direct Lindqvist: We are done,\n"},
     {"Farmers came to the gate. “We are done,” they said.", "direct ?: We are done,\n"})

/* ---- scare quotes and titles ------------------------------------------------------------------------- */

ROWS(test_scare,
     {"The so-called “expert” left.", "scare ?: expert\n"},
     {"Mara Velloso left after reading “The Long Winter” at the library.", "scare ?: The Long Winter\n"},
     {"Mill ‘is done for’ after vote.\n“We are done,” Mara Velloso said. “It is over.”",
      "scare ?: is done for\ndirect Mara Velloso: We are done,\ndirect Mara Velloso: It is over.\n"},
     {"Mara Velloso’s new “Harbour” Plan calls for a road.", "scare ?: Harbour\n"},
     {"The “law and order” issue is old.", "fragment ?: law and order\n"},
     {"Mara Velloso called it a “disgrace”.", "indirect Mara Velloso: it a “disgrace”\nfragment Mara Velloso: disgrace\n"},
     {"Mara Velloso said the plan was “dead”.", "indirect Mara Velloso: the plan was “dead”\nfragment Mara Velloso: dead\n"})

/* ---- reported speech ------------------------------------------------------------------------------------ */

ROWS(test_indirect,
     {"Mara Velloso said the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"Mara Velloso said that the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"The mill was closed, Mara Velloso said.", "indirect Mara Velloso: The mill was closed\n"},
     {"The mill was closed, said Mara Velloso.", "indirect Mara Velloso: The mill was closed\n"},
     {"According to Mara Velloso, the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"The mill was closed, according to Mara Velloso.", "indirect Mara Velloso: The mill was closed\n"},
     {"Mara Velloso told reporters on Monday that the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"Mara Velloso told The Prairie Wire in an interview the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"Mara Velloso asked whether the mill was closed.", "indirect Mara Velloso: whether the mill was closed\n"},
     {"While Mara Velloso says the mill is closed, it is open.", "indirect Mara Velloso: the mill is closed\n"},
     {"The mill, which critics said was old, is closed.", "indirect Critics: was old, is closed\n"},
     {"The mill is closed, former mayor Mara Velloso said this week.", "indirect Mara Velloso: The mill is closed\n"},
     {"Millennials say they will leave.", "indirect Millennials: they will leave\n"},
     {"Mara Velloso vowed to fight on.", "indirect Mara Velloso: to fight on\n"},
     {"The mill, Mara Velloso said, was closed by the council.",
      "indirect Mara Velloso: The mill\nindirect Mara Velloso: was closed by the council\n"},
     {"Mara Velloso said the mill was closed – a view that few shared in town.", "indirect Mara Velloso: the mill was closed\n"},
     {"Who was in the room? I asked Tom Harrow whether it was true. He said it was.", "indirect Tom Harrow: it was\n"},
     {"Mara Velloso: the mill is closed for good.", "indirect Mara Velloso: the mill is closed for good\n"},
     {"As Mara Velloso pointed out, the mill was closed.", "indirect Mara Velloso: the mill was closed\n"},
     {"Officials warn that Beijing pursues a new strategy.", "indirect Officials: Beijing pursues a new strategy\n"})

ROWS(test_indirect_stops_where_another_clause_begins,
     {"Mara Velloso said the mill was closed, adding that nobody was hurt.",
      "indirect Mara Velloso: the mill was closed\nindirect Mara Velloso: nobody was hurt\n"},
     {"Mara Velloso said the mill was closed, but Tom Harrow said it was open.",
      "indirect Mara Velloso: the mill was closed\nindirect Tom Harrow: it was open\n"},
     {"Mara Velloso said she knew of it and will respond soon.", "indirect Mara Velloso: she knew of it and will respond soon\n"},
     {"Mara Velloso said that's “not true,” noting the plan was old.",
      "indirect Mara Velloso: that's “not true,”\nfragment Mara Velloso: not true,\nindirect Mara Velloso: the plan was old\n"},
     {"Mara Velloso said the mill was closed and warned that nobody was safe.",
      "indirect Mara Velloso: the mill was closed\nindirect Mara Velloso: nobody was safe\n"})

ROWS(test_no_speech,
     {"Mara Velloso hopes to win.", ""},
     {"Mara Velloso believes the mill is closed.", ""},
     {"Mara Velloso said no. The others left.", ""},
     {"Mara Velloso would not say whether the mill was closed.", ""},
     {"Mara Velloso wouldn't say whether the mill was closed.", ""},
     {"Mara Velloso said of a list that included two mills.", ""},
     {"The states' votes were counted.", ""},
     {"The claims were false and the reports were late.", ""},
     {"She lives in the United States.", ""},
     {"Mara Velloso wrote a cheque and announced a deal.", ""},
     {"Mara Velloso was told to leave.", ""},
     {"Mara Velloso accused the council of closing the mill.", ""},
     {"Mara Velloso, asked whether she would stay, left.", ""},
     {"I said the mill was closed.", ""},
     {"Relations were tense amid talk of meddling, claims Beijing denies.", ""},
     {"The Paris attacks shook them.", ""})

/* ---- who is meant: the subject of the sentence before ------------------------------------------------------ */

ROWS(test_pronouns_of_the_sentence_before,
     {"Tom Harrow said the mill was old.\nCarl Benning, the mayor, attacked the toll. Norway has won a “door”, he said.",
      "indirect Tom Harrow: the mill was old\nindirect Carl Benning: Norway has won a “door”\nfragment Carl Benning: door\n"},
     {"Mara Velloso said the mill was old. Norway, she said, has a plan.",
      "indirect Mara Velloso: the mill was old\nindirect Mara Velloso: Norway\nindirect Mara Velloso: has a plan\n"},
     {"Tom Harrow said the mill was old.\nAnna Brandt gave similar counsel. Norway, he said, has a plan.",
      "indirect Tom Harrow: the mill was old\nindirect Tom Harrow: Norway\nindirect Tom Harrow: has a plan\n"})

ROWS(test_floating_after_a_stance,
     {"“We are done,” said the mayor, Mara Velloso. The harbour master, Tom Harrow, criticised the toll. “It is a mistake from end to end.”",
      "direct Mara Velloso: We are done,\ndirect Tom Harrow: It is a mistake from end to end.\n"},
     {"“We are done,” said Mara Velloso. Tom Harrow sat beside her. “It is a mistake from end to end.”",
      "direct Mara Velloso: We are done,\ndirect Mara Velloso: It is a mistake from end to end.\n"},
     {"“We are done,” said Mara Velloso. The toll was criticised by Tom Harrow. “It is a mistake from end to end.”",
      "direct Mara Velloso: We are done,\ndirect Mara Velloso: It is a mistake from end to end.\n"})

ROWS(test_roles_that_describe_the_subject_before,
     {"Mara Velloso sees need on both sides. The mill is old, said the Lakehead College professor.",
      "indirect Mara Velloso: The mill is old\n"},
     {"Mara Velloso, a farmer, sees need on both sides. The mill is old, said the Lakehead College professor.",
      "indirect Lakehead College professor: The mill is old\n"},
     {"Mara Velloso came late.\nThe mill is old, said the former diplomat.", "indirect Former diplomat: The mill is old\n"},
     {"Mara Velloso came late. “We are done,” the judge said.", "direct Judge: We are done,\n"},
     {"Tom Harrow came late. “We are done,” the former chairwoman said.", "direct Former chairwoman: We are done,\n"})

/* ---- what is no statement ---------------------------------------------------------------------------------- */

ROWS(test_what_is_conceded_or_agreed_is_not_told,
     {"Whatever she concedes there may be held against her.", ""},
     {"Possible steps include getting Oslo to reopen the mill, agreeing to talks about the road and laying groundwork.", ""})

ROWS(test_an_aside_says_who_likes_it,
     {"Mara Velloso described a deal – welcomed by Oslo – that opens a “new lake order”.",
      "indirect Mara Velloso: a deal – welcomed by Oslo – that opens a “new lake order”\nfragment Mara Velloso: new lake order\n"})

ROWS(test_words_within_reported_words,
     {"Before the vote, Mara Velloso said, Tom Harrow called the mill a “threat”; after it, he buys it.",
      "indirect Mara Velloso: Tom Harrow called the mill a “threat”; after it, he buys it\n"
      "indirect Tom Harrow: the mill a “threat”\nfragment Tom Harrow: threat\n"},
     {"Mara Velloso said Tom Harrow had gone round calling the mill a “threat”.",
      "indirect Mara Velloso: Tom Harrow had gone round calling the mill a “threat”\n"
      "indirect Tom Harrow: the mill a “threat”\nfragment Tom Harrow: threat\n"},
     {"Mara Velloso said it was a “gift” and reflected the “old” fears of the town.",
      "indirect Mara Velloso: it was a “gift” and reflected the “old” fears of the town\n"
      "fragment Mara Velloso: gift\nfragment Mara Velloso: old\n"})

ROWS(test_clauses_cut_by_their_cue,
     {"Nor, Mara Velloso cautioned, is it the end of the mill.",
      "indirect Mara Velloso: Nor\nindirect Mara Velloso: is it the end of the mill\n"},
     {"But Norway, the officials concede, cannot build it.", "indirect Officials: Norway\nindirect Officials: cannot build it\n"},
     {"It is a “gift”, said Mara Velloso, a director at Harbour Group, and shows how old the mill is.",
      "indirect Mara Velloso: It is a “gift”\nfragment Mara Velloso: gift\nindirect Mara Velloso: and shows how old the mill is\n"},
     {"Its owners know the mill is old, according to Mara Velloso, and cannot sell it.",
      "indirect Mara Velloso: Its owners know the mill is old\nindirect Mara Velloso: and cannot sell it\n"},
     {"The mill is old, said Mara Velloso, now with Harbour Group, and history contradicts it.",
      "indirect Mara Velloso: The mill is old\nindirect Mara Velloso: and history contradicts it\n"},
     {"The surprise of the day, said Mara Velloso, was a road: the old one.",
      "indirect Mara Velloso: The surprise of the day\nindirect Mara Velloso: was a road: the old one\n"},
     {"The mill is old, said Mara Velloso, a farmer, and a woman who once led it.", "indirect Mara Velloso: The mill is old\n"})

ROWS(test_where_a_clause_ends,
     {"Officials warned that the mill would not open soon, and analysts expected little of the talks.",
      "indirect Officials: the mill would not open soon\n"},
     {"Officials insist the mill is old, while conceding it can be mended.",
      "indirect Officials: the mill is old\nindirect Officials: it can be mended\n"})

ROWS(test_puts_it,
     {"The ministry puts it more gently: the mill is a chance to meet.", "indirect Ministry: the mill is a chance to meet\n"})

/* ---- whose words they are, without a verb of speech -------------------------------------------------------- */

ROWS(test_words_with_an_owner,
     {"Mara Velloso has doubts. “Dire” was her word for the mill.", "fragment Mara Velloso: Dire\n"},
     {"Mara Velloso’s advice was shorter still: “patience, not haste”.", "fragment Mara Velloso: patience, not haste\n"},
     {"Mara Velloso put the limit in two words: no “blank page”.", "fragment Mara Velloso: blank page\n"},
     {"Mara Velloso came late. She named ‘old limits’, among them the road.", "fragment Mara Velloso: old limits\n"},
     {"Mara Velloso came late. For Velloso that suggests people who act “in good order” now.", "fragment Mara Velloso: in good order\n"},
     {"They sold it in a town that Mara Velloso, writing on X, ranked as Norway’s “second-best market”.",
      "fragment Mara Velloso: second-best market\n"},
     {"Mara Velloso had one wish, to sing on a stage: the “Lake Show” one.", "scare ?: Lake Show\n"},
     {"“Dire” was the word for the mill.", "scare ?: Dire\n"})

/* ---- identity ------------------------------------------------------------------------------------------------ */

ROWS(test_one_person_has_many_names,
     {"Mara Velloso came late. “We are done,” Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"“We are done,” Velloso said. Mara Velloso is a farmer.", "direct Mara Velloso: We are done,\n"},
     {"Mara Velloso came late. “We are done,” Ms. Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"Prime Minister Mara Velloso came late. “We are done,” the prime minister said.", "direct Mara Velloso: We are done,\n"},
     {"Mara J. Velloso came late. “We are done,” Mara Velloso said.", "direct Mara J. Velloso: We are done,\n"},
     {"Mara Velloso came late. “We are done,” M. Velloso said.", "direct Mara Velloso: We are done,\n"},
     {"Jean-Luc Saint-Amand came late. “We are done,” Saint\xE2\x80\x91" "Amand said.", "direct Jean-Luc Saint-Amand: We are done,\n"},
     {"Mara Velloso came late. “We are done,” Mara said.", "direct Mara Velloso: We are done,\n"})

ROWS(test_roles_that_refer_back,
     {"The Ontario premier, Mara Velloso, came late. “We are done,” the premier said.", "direct Mara Velloso: We are done,\n"},
     {"Premier Mara Velloso came late. “We are done,” the Ontario premier said.", "direct Mara Velloso: We are done,\n"},
     {"Mara Velloso, a senior analyst at Harbour Group, came late. “We are done,” the analyst said.", "direct Mara Velloso: We are done,\n"},
     {"The Prairie Grain Council met. “We are done,” the council said.", "direct Prairie Grain Council: We are done,\n"},
     {"Premier Mara Velloso came late. “We are done,” the minister said.", "direct Minister: We are done,\n"})

ROWS(test_surnames_that_are_words,
     {"Mayor Tom Tory came late. “We are done,” Tory said.", "direct Tom Tory: We are done,\n"},
     {"Betty White came late. “We are done,” White said.", "direct Betty White: We are done,\n"},
     {"Tara May came late on May 4. “We are done,” May said.", "direct Tara May: We are done,\n"},
     {"“We are done,” Will Grant said. Will he go?", "direct Will Grant: We are done,\n"},
     {"“We are done,” the Bill Foundation said. The bill passed.", "direct Bill Foundation: We are done,\n"})

ROWS(test_two_people_with_one_surname,
     {"Mara Velloso met Tom Velloso. “We are done,” Mara Velloso said. “No,” Tom Velloso said.",
      "direct Mara Velloso: We are done,\ndirect Tom Velloso: No,\n"},
     {"Mara Velloso is the mayor.\nTom Velloso is her son. “We are done,” Velloso said.\n“No,” Velloso said.",
      "direct Tom Velloso: We are done,\ndirect Mara Velloso: No,\n"},
     {"Mara Velloso met Tom Velloso. “We are done,” Mr. Velloso said. “No,” Ms. Velloso said.",
      "direct Tom Velloso: We are done,\ndirect Mara Velloso: No,\n"})

struct identity {
    const char *text, *name, *title, *role, *affiliation;
    enum gender gender;
};

static void
test_what_an_entity_is(void **state)
{
    static const struct identity rows[] = {
        {"“We are done,” said Mara Velloso, vice-president of the Lakehead Foundation of Canada.", "Mara Velloso", NULL, "vice-president",
         "Lakehead Foundation of Canada", GENDER_FEMALE},
        {"“We are done,” said Tom Harrow, senior analyst at Harbour Group.", "Tom Harrow", NULL, "senior analyst", "Harbour Group", GENDER_MALE},
        {"“We are done,” said Tom Harrow, CEO of the Brandon Mill Company.", "Tom Harrow", NULL, "CEO", "Brandon Mill Company", GENDER_MALE},
        {"“We are done,” said Tom Harrow, a fellow at Restoring Northern Harbours.", "Tom Harrow", NULL, "a fellow",
         "Restoring Northern Harbours", GENDER_MALE},
        {"“We are done,” said Tom Harrow, a former diplomat.", "Tom Harrow", NULL, "a former diplomat", "", GENDER_MALE},
        {"“We are done,” Prime Minister Mara Velloso said.", "Mara Velloso", "Prime Minister", "", "", GENDER_FEMALE},
        {"“For the president, Mara Velloso’s plan is old,” Mara Velloso said.", "Mara Velloso", NULL, "", "", GENDER_FEMALE},
        {"“We are done,” former diplomat Tom Harrow said.", "Tom Harrow", NULL, "former diplomat", "", GENDER_MALE},
        {"“We are done,” Mr. Qiwen said.", "Qiwen", "Mr.", "", "", GENDER_MALE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        const struct entity *entity;
        struct slice role, affiliation;

        assert_row(found.finds.quotes.n == 1 && found.finds.quotes.v[0].nspeakers == 1, "%s: no speaker", rows[i].text);
        entity = &found.finds.entities.v[found.finds.quotes.v[0].speakers[0]];
        role = article_slice(found.article, entity->role);
        affiliation = article_slice(found.article, entity->affiliation);
        assert_row(strcmp(entity->name, rows[i].name) == 0, "%s: named %s", rows[i].text, entity->name);
        assert_row(rows[i].title ? entity->title && strcmp(entity->title, rows[i].title) == 0 : !entity->title, "%s: title %s", rows[i].text,
                   entity->title ? entity->title : "none");
        assert_row(slice_is(role, rows[i].role ? rows[i].role : ""), "%s: role %.*s", rows[i].text, (int)role.len, role.at);
        assert_row(slice_is(affiliation, rows[i].affiliation), "%s: affiliation %.*s", rows[i].text, (int)affiliation.len, affiliation.at);
        assert_row(entity->gender == rows[i].gender, "%s: gender %d", rows[i].text, (int)entity->gender);
        found_free(&found);
    }
}

/* ---- the other fields --------------------------------------------------------------------------------------- */

static void
test_how_it_was_found(void **state)
{
    static const struct {
        const char *text, *words;
        enum quote_found found;
    } rows[] = {
        {"“We are done,” Mara Velloso said.", "Mara Velloso", FOUND_NAMED},
        {"“We are done,” Ms. Velloso said.", "Velloso", FOUND_NAMED},
        {"Mara Velloso came. “We are done,” she said.", "she", FOUND_PRONOUN},
        {"“We are done,” the officials said.", "the officials", FOUND_ROLE},
        {"“We are done for today.”", "", FOUND_UNKNOWN},
        {"“We are done for today.” — Mara Velloso", "Mara Velloso", FOUND_ATTRIBUTION},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        const struct quote *quote = &found.finds.quotes.v[0];
        struct slice words = article_slice(found.article, quote->speaker);

        assert_row(found.finds.quotes.n == 1, "%s: %zu rows", rows[i].text, found.finds.quotes.n);
        assert_row(quote->found == rows[i].found, "%s: found %d", rows[i].text, (int)quote->found);
        assert_row(slice_is(words, rows[i].words), "%s: words %.*s", rows[i].text, (int)words.len, words.at);
        assert_row(quote->nspeakers ? quote->confidence > 0 : quote->confidence == 0, "%s: confidence %f", rows[i].text, (double)quote->confidence);
        found_free(&found);
    }
}

static void
test_utterances(void **state)
{
    static const struct {
        const char *text;
        uint32_t utterances[4];
        size_t n;
    } rows[] = {
        {"“We are done,” Mara Velloso said, “and we are glad.” “So are we,” Tom Harrow said.", {0, 0, 1}, 3},
        {"“We are done,” Mara Velloso said. “The mill is closed.”", {0, 0}, 2},
        {"“We are done,” Mara Velloso said.\n“The mill is closed.\n“It stays so.”", {0, 0, 0}, 3},
        {"Mara Velloso said the mill was “dead” and “gone for good” now.", {0, 0, 0}, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));

        assert_row(found.finds.quotes.n == rows[i].n, "%s: %zu rows", rows[i].text, found.finds.quotes.n);
        for (size_t q = 0; q < rows[i].n; q++)
            assert_row(found.finds.quotes.v[q].utterance == rows[i].utterances[q], "%s: row %zu is of utterance %u", rows[i].text, q,
                       (unsigned)found.finds.quotes.v[q].utterance);
        found_free(&found);
    }
}

/* A pasted page, not a body: the blocks tell a pull quote and its attribution. */
static void
test_pull_quotes(void **state)
{
    static const char page[] =
        "Council closes the old mill\n"
        "By Tom Harrow\n"
        "The council of Brandon closed the old mill on Monday after years of debate about its future and its costs for the town.\n"
        "“We have waited for this day for a very long time and we are glad that it has come,” Velloso said after the vote of nine to two.\n"
        "We have waited for this day for a very long time and we are glad that it has come.\n"
        "Mara Velloso, Prairie Grain Council\n"
        "The building will be pulled down in the spring, and a park with a pond is to take its place beside the river.\n";
    struct error error = {0};
    struct found found = {.speech = speech_new(NULL)};
    const struct quote *quote;

    (void)state;
    found.article = article_parse("page.txt", page, sizeof page - 1, NULL, &error);
    assert_non_null(found.article);
    speech_find(found.speech, found.article, &found.finds);
    assert_int_equal(found.finds.quotes.n, 2);
    quote = &found.finds.quotes.v[1];
    assert_int_equal(quote->kind, QUOTE_PULL);
    assert_int_equal(quote->repeats, 0);
    assert_int_equal(quote->found, FOUND_ATTRIBUTION);
    assert_int_equal(quote->nspeakers, 1);
    assert_string_equal(found.finds.entities.v[quote->speakers[0]].name, "Mara Velloso");
    assert_true(slice_is(article_slice(found.article, found.finds.entities.v[quote->speakers[0]].affiliation), "Prairie Grain Council"));
    found_free(&found);
}

/* ---- any input ------------------------------------------------------------------------------------------------- */

static void
check_spans(const struct found *found)
{
    uint32_t before = 0;

    for (size_t i = 0; i < found->finds.quotes.n; i++) {
        const struct quote *quote = &found->finds.quotes.v[i];

        assert_true(quote->span.start >= before && quote->span.start <= quote->span.end && quote->span.end <= found->article->len);
        assert_true(quote->speaker.end <= found->article->len && quote->cue.end <= found->article->len);
        for (unsigned n = 0; n < quote->nspeakers; n++)
            assert_true(quote->speakers[n] < found->finds.entities.n);
        before = quote->span.start;
    }
}

/* Ten million bytes of one thing: these end soon, or the work is not linear and the harness stops it. */
static void
test_monotonous_inputs(void **state)
{
    static const char *const units[] = {"\"", "“", "”", "'", "“a” ", "'a ", "said ", "she said, ", "Ann Lee, ", "Aa ", "(", "\"A.\n", "a", "Ann Lee said that he said that ",
                                        "who of the official, ", "\n", "“Ann Lee said. ", "and “x” ", "Mr. ", "according to "};
    enum { SIZE = 10 * 1000 * 1000 };
    char *text = mem_alloc(SIZE);

    (void)state;
    for (size_t u = 0; u < COUNT(units); u++) {
        size_t len = strlen(units[u]), at = 0;
        struct found found;

        for (; at + len <= SIZE; at += len)
            memcpy(text + at, units[u], len);
        found = find(text, at);
        check_spans(&found);
        found_free(&found);
    }
    mem_free(text);
}

/* The memory of one article is used again for the next, and nothing of it is left over. */
static void
test_one_article_after_another(void **state)
{
    static const char first[] = "Mara Velloso came late. “We are done,” she said.", second[] = "“We are done,” she said.";
    struct article_options options = {.body = true};
    struct error error = {0};
    struct speech *speech = speech_new(NULL);
    struct finds finds = {0};
    struct article *a = article_parse("a", first, sizeof first - 1, &options, &error);
    struct article *b = article_parse("b", second, sizeof second - 1, &options, &error);

    (void)state;
    speech_find(speech, a, &finds);
    assert_int_equal(finds.quotes.v[0].nspeakers, 1);
    vec_clear(&finds.entities);
    vec_clear(&finds.mentions);
    vec_clear(&finds.quotes);
    speech_find(speech, b, &finds);
    assert_int_equal(finds.quotes.n, 1);
    assert_int_equal(finds.quotes.v[0].nspeakers, 0);
    assert_int_equal(finds.entities.n, 0);
    vec_free(&finds.entities);
    vec_free(&finds.mentions);
    vec_free(&finds.quotes);
    speech_free(speech);
    article_free(a);
    article_free(b);
}

static void
test_what_a_cue_tells(void **state)
{
    static const struct {
        const char *cue;
        enum cue_class class;
    } cases[] = {
        {"", CUE_PLAIN},       {":", CUE_PLAIN},         {"said", CUE_PLAIN},         {"according to", CUE_PLAIN}, {"added", CUE_PLAIN},
        {"denied", CUE_DENIED}, {"Denies", CUE_DENIED},  {"has denied", CUE_DENIED},  {"alleges", CUE_CLAIMED},
        {"asked", CUE_ASKED},  {"burbled", CUE_PLAIN},   {"later\ndenied", CUE_DENIED}, {"said and denied", CUE_PLAIN}, /* the first counts */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_row(extract_cue_class(slice_str(cases[i].cue), NULL) == cases[i].class, "'%s'", cases[i].cue);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_of_every_make),
        cmocka_unit_test(test_marks_apostrophes_are_none),
        cmocka_unit_test(test_marks_nested),
        cmocka_unit_test(test_marks_wrong_way_and_mixed),
        cmocka_unit_test(test_marks_an_odd_one_costs_its_paragraph_only),
        cmocka_unit_test(test_marks_continuation_paragraphs),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_asides_before_the_verb),
        cmocka_unit_test(test_several_people_in_one_sentence),
        cmocka_unit_test(test_two_speakers),
        cmocka_unit_test(test_bodies_places_and_roles_speak),
        cmocka_unit_test(test_verbs_with_particles),
        cmocka_unit_test(test_first_person_is_nobody),
        cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_datelines_do_nothing),
        cmocka_unit_test(test_floating),
        cmocka_unit_test(test_pronouns),
        cmocka_unit_test(test_scare),
        cmocka_unit_test(test_indirect),
        cmocka_unit_test(test_indirect_stops_where_another_clause_begins),
        cmocka_unit_test(test_no_speech),
        cmocka_unit_test(test_pronouns_of_the_sentence_before),
        cmocka_unit_test(test_floating_after_a_stance),
        cmocka_unit_test(test_roles_that_describe_the_subject_before),
        cmocka_unit_test(test_what_is_conceded_or_agreed_is_not_told),
        cmocka_unit_test(test_an_aside_says_who_likes_it),
        cmocka_unit_test(test_words_within_reported_words),
        cmocka_unit_test(test_clauses_cut_by_their_cue),
        cmocka_unit_test(test_where_a_clause_ends),
        cmocka_unit_test(test_puts_it),
        cmocka_unit_test(test_words_with_an_owner),
        cmocka_unit_test(test_one_person_has_many_names),
        cmocka_unit_test(test_roles_that_refer_back),
        cmocka_unit_test(test_surnames_that_are_words),
        cmocka_unit_test(test_two_people_with_one_surname),
        cmocka_unit_test(test_what_an_entity_is),
        cmocka_unit_test(test_how_it_was_found),
        cmocka_unit_test(test_utterances),
        cmocka_unit_test(test_pull_quotes),
        cmocka_unit_test(test_what_a_cue_tells),
        cmocka_unit_test(test_monotonous_inputs),
        cmocka_unit_test(test_one_article_after_another),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
