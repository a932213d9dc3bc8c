/* Who said it in the turns that pages of many outlets have: asides, offices, bodies, who is meant by "she". */
#include "speech_rows.h"

ROWS(test_asides_with_places,
     {"“We learn more than we pay for,” Dorian Velk, a fellow at the Hartmann Institute in Munich, Germany, and an author of the study, said in a statement.",
      "direct Dorian Velk: We learn more than we pay for,\n"},
     {"“We learn more than we pay for,” Dorian Velk, a fellow at the Hartmann Institute, Lund University, said.",
      "direct Dorian Velk: We learn more than we pay for,\n"},
     {"“We learn,” study author Dorian Velk, a fellow at the Hartmann Centre in Lund, Sweden, and Velm University in Oslo, said.",
      "direct Dorian Velk: We learn,\n"},
     {"On Monday, Hartmann Institute, a body in Munich, said the trial was over.", "indirect Hartmann Institute: the trial was over\n"},
     {"Prince Oskar, the younger brother of the heir, Ludvig, told friends that the talk was “a great success”.",
      "indirect Oskar: the talk was “a great success”\nfragment Oskar: a great success\n"},
     {"“I thought he had won,” Dorian Velk, the DJ and club promoter, who was one of his friends, later said.",
      "direct Dorian Velk: I thought he had won,\n"})

ROWS(test_offices_before_names,
     {"“Today is a good day,” said Socialist S&D legislator César Lunar, who led the bill.", "direct César Lunar: Today is a good day,\n"},
     {"French Minister of Foreign Affairs Stephane Marron said it was late. “It is late,” Marron said.",
      "indirect Stephane Marron: it was late\ndirect Stephane Marron: It is late,\n"},
     {"Rovers DL Sheldon Brask said it was late.", "indirect Sheldon Brask: it was late\n"},
     {"Assemblymember Chris Holm said it was late.", "indirect Chris Holm: it was late\n"},
     {"Secretary-General Jens Holm said it was late.", "indirect Jens Holm: it was late\n"},
     {"Norway’s ambassador to Britain Liu Wenning said it was late. “It is,” Liu said.", "indirect Liu Wenning: it was late\ndirect Liu Wenning: It is,\n"},
     {"It was late, said Christian Brask, a trader.", "indirect Christian Brask: It was late\n"})

ROWS(test_subjects_over_prepositions,
     {"A source with direct knowledge of the memo said it was late.", "indirect Source with direct knowledge of the memo: it was late\n"},
     {"At the end of March Brask said it was late.", "indirect Brask: it was late\n"})

ROWS(test_bodies_with_an_article,
     {"The road is closed, the Hartmann Institute reported.", "indirect Hartmann Institute: The road is closed\n"},
     {"The free-market Institute for Rivers (IR), a body with friends among rich voters, said the UK’s “stagnating” trade was a “disaster”.",
      "indirect Institute for Rivers: the UK’s “stagnating” trade was a “disaster”\nfragment Institute for Rivers: stagnating\n"
      "fragment Institute for Rivers: disaster\n"},
     {"The Dutch Embassy in Oslo maintains a list and reported that it was long.", "indirect Dutch Embassy in Oslo: it was long\n"},
     {"The National Institute on Drug Abuse has estimated that few knew.", "indirect National Institute on Drug Abuse: few knew\n"},
     {"After the Paris attacks, Mara Velloso said it was late.", "indirect Mara Velloso: it was late\n"},
     {"The Hartmann Post reports that it was late.", "indirect Hartmann Post: it was late\n"})

ROWS(test_former_holders_of_an_office,
     {"Former President Oskar Holm says President Brask is late. Mr Brask smiled at Mr Holm.\n\n“I am not,” the president said.\n\n“He is,” the "
      "former president said.",
      "indirect Oskar Holm: President Brask is late\ndirect Brask: I am not,\ndirect Oskar Holm: He is,\n"})

ROWS(test_papers_speak,
     {"Mara Velloso liked a tweet saying that it was late.", "indirect Tweet: it was late\n"},
     {"“It is late,” reads the letter.", "direct Letter: It is late,\n"},
     {"Mara Velloso wrote a letter saying that it was late.", "indirect Mara Velloso: it was late\n"})

ROWS(test_speakers_with_their_people,
     {"“It is late,” Mara Velloso and her team wrote in May.", "direct Mara Velloso and Her team: It is late,\n"})

ROWS(test_deeds_are_no_speech,
     {"Asked if it was late, Mara Velloso said: “No, it is early.”", "direct Mara Velloso: No, it is early.\n"},
     {"They had to adapt quickly, Mara Velloso said while visiting Oslo.", "indirect Mara Velloso: They had to adapt quickly\n"},
     {"As their roofs cracked under the snow, no help and no plan were left.", ""},
     {"Eight of ten firms are writing custom apps, Mara Velloso told reporters.", "indirect Mara Velloso: Eight of ten firms are writing custom apps\n"},
     {"The line has films and TV shows from Hartmann, “Stars” and “Bees.”", "scare ?: Stars\nscare ?: Bees.\n"},
     {"Nils Brask added 12 points and five assists.", ""},
     {"Police responded to reports of smoke in the north.", ""},
     {"As the sheets continued to flatten, another wave began to rise.", ""},
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
     {"Police released dramatic video showing the bridge was gone.", ""},
     {"A letter included words from a former employee who said that it was late.", "indirect Former employee: it was late\n"},
     {"A witness interviewed by staff said it was late.", "indirect Witness interviewed by staff: it was late\n"},
     {"Some miffed farmers say it was late.", "indirect Miffed farmers: it was late\n"})

ROWS(test_spokesmen_at_the_end,
     {"A woman was held at Eighth St. after a search of her car, said Lt. Matt Brask, Lund Police spokesman.",
      "indirect Matt Brask: A woman was held at Eighth St. after a search of her car\n"},
     {"Mara Velloso, who leads Lund Trust, said Nils Brask was late.", "indirect Mara Velloso: Nils Brask was late\n"},
     {"Elsa A. Brask: Possession of stolen metal, held in lieu of $70,000 bond.", ""})

ROWS(test_papers_of_others,
     {"Few people knew of it, according to a leaked recording of a meeting obtained by the Hartmann Post.", "indirect Leaked recording of a meeting: Few people knew of it\n"},
     {"Few people knew of it, according to a survey by Hartmann Trust.", "indirect Survey by Hartmann Trust: Few people knew of it\n"},
     {"According to the American Rivers Union, few knew.", "indirect American Rivers Union: few knew\n"})

ROWS(test_relative_clauses_are_no_speech,
     {"Officials say a fire that killed a man may have been set.", "indirect Officials: a fire that killed a man may have been set\n"},
     {"The tweet shown above is old.", ""},
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
