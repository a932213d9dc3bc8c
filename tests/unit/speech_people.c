/* Who said it in the turns that pages of many outlets have: asides, offices, bodies, who is meant by "she". */
#include "speech_rows.h"

ROWS(test_asides_with_places,
     {"“We learn more than we pay for,” Dorian Velk, a reader at the Hartmann Institute in Lund, Sweden, and head of its mill, said on Monday.",
      "direct Dorian Velk: We learn more than we pay for,\n"},
     {"“We learn more than we pay for,” Dorian Velk, a fellow at the Hartmann Institute, Lund University, said.",
      "direct Dorian Velk: We learn more than we pay for,\n"},
     {"“We learn,” mill owner Dorian Velk, a reader at the Hartmann Centre in Lund, Sweden, and Velm University in Oslo, said.",
      "direct Dorian Velk: We learn,\n"},
     {"On Monday, Hartmann Institute, a body in Munich, said the trial was over.", "indirect Hartmann Institute: the trial was over\n"},
     {"Farmer Oskar, the elder cousin of the miller, Ludvig, told buyers that the fair was “a fine morning”.",
      "indirect Oskar: the fair was “a fine morning”\nfragment Oskar: a fine morning\n"},
     {"“I thought he had won,” Dorian Velk, the PM and mill owner, who lent them a boat, later said.",
      "direct Dorian Velk: I thought he had won,\n"})

ROWS(test_offices_before_names,
     {"“Today is a good day,” said Agrarian M&W lawmaker César Lunar, who owns a mill.", "direct César Lunar: Today is a good day,\n"},
     {"Dutch Minister of Rural Roads Stephane Marron said it was late. “It is late,” Marron said.",
      "indirect Stephane Marron: it was late\ndirect Stephane Marron: It is late,\n"},
     {"Rovers DL Sheldon Brask said it was late.", "indirect Sheldon Brask: it was late\n"},
     {"Assemblymember Chris Holm said it was late.", "indirect Chris Holm: it was late\n"},
     {"Secretary-General Jens Holm said it was late.", "indirect Jens Holm: it was late\n"},
     {"Norway’s envoy to Denmark Liu Wenning said it was late. “It is,” Liu said.", "indirect Liu Wenning: it was late\ndirect Liu Wenning: It is,\n"},
     {"It was late, said Christian Brask, a trader.", "indirect Christian Brask: It was late\n"})

ROWS(test_subjects_over_prepositions,
     {"A miller with a copy of the memo said it was late.", "indirect Miller with a copy of the memo: it was late\n"},
     {"At the end of March Brask said it was late.", "indirect Brask: it was late\n"})

ROWS(test_bodies_with_an_article,
     {"The road is closed, the Hartmann Institute reported.", "indirect Hartmann Institute: The road is closed\n"},
     {"The river-bank Institute for Rivers (IR), a body with friends among old voters, said the town’s “sinking” bridge was a “burden”.",
      "indirect Institute for Rivers: the town’s “sinking” bridge was a “burden”\nfragment Institute for Rivers: sinking\n"
      "fragment Institute for Rivers: burden\n"},
     {"The Dutch Embassy in Oslo maintains a list and reported that it was long.", "indirect Dutch Embassy in Oslo: it was long\n"},
     {"The Nordic Institute on River Fish has estimated that few knew.", "indirect Nordic Institute on River Fish: few knew\n"},
     {"After the Lund attacks, Mara Velloso said it was late.", "indirect Mara Velloso: it was late\n"},
     {"The Hartmann Post reports that it was late.", "indirect Hartmann Post: it was late\n"})

ROWS(test_former_holders_of_an_office,
     {"Former President Oskar Holm says President Brask is late. Mr Brask smiled at Mr Holm.\n\n“I am not,” the president said.\n\n“He is,” the "
      "former president said.",
      "indirect Oskar Holm: President Brask is late\ndirect Brask: I am not,\ndirect Oskar Holm: He is,\n"})

ROWS(test_papers_speak,
     {"Mara Velloso shared a tweet saying that it was late.", "indirect Tweet: it was late\n"},
     {"“It is late,” reads the letter.", "direct Letter: It is late,\n"},
     {"Mara Velloso wrote a letter saying that it was late.", "indirect Mara Velloso: it was late\n"})

ROWS(test_speakers_with_their_people,
     {"“It is late,” Mara Velloso and her team wrote in May.", "direct Mara Velloso and Her team: It is late,\n"})

ROWS(test_deeds_are_no_speech,
     {"Asked if it was late, Mara Velloso said: “No, it is early.”", "direct Mara Velloso: No, it is early.\n"},
     {"They had to mend the roof, Mara Velloso said while visiting Oslo.", "indirect Mara Velloso: They had to mend the roof\n"},
     {"As their masts cracked in the storm, no help and no plan were left.", ""},
     {"Most of the mills are writing longer lists, Mara Velloso told reporters.", "indirect Mara Velloso: Most of the mills are writing longer lists\n"},
     {"The line has films and TV shows from Hartmann, “Stars” and “Bees.”", "scare ?: Stars\nscare ?: Bees.\n"},
     {"Nils Brask added 30 points and two goals.", ""},
     {"Firemen responded to calls from the north.", ""},
     {"As the sheets continued to dry, another shower began to fall.", ""},
     {"The Hartmann poll shows Mara Velloso leading Dorian Velk.", "indirect Hartmann poll: Mara Velloso leading Dorian Velk\n"})

ROWS(test_those_who_speak_in_another_ones_words,
     {"Those voters who say the race is near are wrong, Mara Velloso said.",
      "indirect Mara Velloso: Those voters who say the race is near are wrong\nindirect Voters: the race is near are wrong\n"},
     {"Mara Velloso claimed that Nils Brask “takes the money” — which he denies — and left.",
      "indirect Mara Velloso: Nils Brask “takes the money” — which he denies — and left\nfragment Mara Velloso: takes the money\n"})

ROWS(test_what_is_added_is_the_speakers,
     {"Mara Velloso said that the town had concluded it was late, saying she trusted nobody.",
      "indirect Mara Velloso: the town had concluded it was late\nindirect Mara Velloso: she trusted nobody\n"})

ROWS(test_nobody_speaks,
     {"Nobody at the ministry said that prices would fall.", ""},
     {"No official claimed that it was late. None of the ministers says it is.", ""},
     {"If he had said “yes”, Mara Velloso said, “we would have been there at 9.”",
      "indirect Mara Velloso: If he had said “yes”\nfragment Mara Velloso: yes\nfragment Mara Velloso: we would have been there at 9.\n"},
     {"For Mara Velloso that suggests buyers who want to act “in good faith”.", "fragment Mara Velloso: in good faith\n"},
     {"The Government hopes this “vast” plan helps.", "fragment Government: vast\n"})

ROWS(test_subjects_end_at_verbs,
     {"Police released fresh video showing the bridge was gone.", ""},
     {"A letter included thanks to an old teacher who said that it was late.", "indirect Old teacher: it was late\n"},
     {"A witness interviewed by staff said it was late.", "indirect Witness interviewed by staff: it was late\n"},
     {"Some miffed farmers say it was late.", "indirect Miffed farmers: it was late\n"})

ROWS(test_spokesmen_at_the_end,
     {"A boat was found at Quay St. after a walk along the pier, said Lt. Nils Brask, Lund Police spokesman.",
      "indirect Nils Brask: A boat was found at Quay St. after a walk along the pier\n"},
     {"Mara Velloso, who leads Lund Trust, said Nils Brask was late.", "indirect Mara Velloso: Nils Brask was late\n"},
     {"Elsa A. Brask: Theft of garden timber, fined with leave to pay $700 later.", ""})

ROWS(test_papers_of_others,
     {"Few people knew of it, according to an old recording of a rehearsal obtained by the Hartmann Post.", "indirect Old recording of a rehearsal: Few people knew of it\n"},
     {"Few people knew of it, according to a survey by Hartmann Trust.", "indirect Survey by Hartmann Trust: Few people knew of it\n"},
     {"According to the American Rivers Union, few knew.", "indirect American Rivers Union: few knew\n"})

ROWS(test_relative_clauses_are_no_speech,
     {"Officials say a storm that killed the power may come back.", "indirect Officials: a storm that killed the power may come back\n"},
     {"The letter shown below is old.", ""},
     {"Hartmann reported earnings that topped estimates.", ""})

ROWS(test_sentences_end_at_hours,
     {"Const. Tania Holm said they were called at 9 p.m. Insp. Mark Brask said it was late.",
      "indirect Tania Holm: they were called at 9 p.m.\nindirect Mark Brask: it was late\n"},
     {"Mara Velloso said air with PM2.5 in it is bad.", "indirect Mara Velloso: air with PM2.5 in it is bad\n"})

ROWS(test_names_that_are_none,
     {"FACTS: While a man left, declaring he “will not return,” users alleged that he had lied. FACTS are few.",
      "fragment Users: will not return,\nindirect Users: he had lied\n"},
     {"Ines Abel sold Web of Stars in May. Web of Stars was the first book of hers. In those years, she said, it was late.",
      "indirect Ines Abel: it was late\n"})

ROWS(test_she_is_who_agrees,
     {"Kai Brask and his sister left.\n\nTaylor Brook wrote the song. She said it was late.", "indirect Taylor Brook: it was late\n"},
     {"Jordan Holm said Anna Velloso “takes the money”, a thing that she said was false.",
      "indirect Jordan Holm: Anna Velloso “takes the money”, a thing that she said was false\nfragment Jordan Holm: takes the money\nindirect Anna Velloso: was false\n"})

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asides_with_places),
        cmocka_unit_test(test_offices_before_names),
        cmocka_unit_test(test_subjects_over_prepositions),
        cmocka_unit_test(test_bodies_with_an_article),
        cmocka_unit_test(test_former_holders_of_an_office),
        cmocka_unit_test(test_papers_speak),
        cmocka_unit_test(test_speakers_with_their_people),
        cmocka_unit_test(test_deeds_are_no_speech),
        cmocka_unit_test(test_those_who_speak_in_another_ones_words),
        cmocka_unit_test(test_what_is_added_is_the_speakers),
        cmocka_unit_test(test_nobody_speaks),
        cmocka_unit_test(test_subjects_end_at_verbs),
        cmocka_unit_test(test_spokesmen_at_the_end),
        cmocka_unit_test(test_papers_of_others),
        cmocka_unit_test(test_relative_clauses_are_no_speech),
        cmocka_unit_test(test_sentences_end_at_hours),
        cmocka_unit_test(test_names_that_are_none),
        cmocka_unit_test(test_she_is_who_agrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
