package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.vigie.search.Adverts.draft;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.search.meaning.ConceptWording;
import org.vigie.search.meaning.TakenFor;
import org.vigie.search.meaning.WordMeanings;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QuerySyntaxException;

/** Searches for what words mean, by a few invented lists of forms. */
class ConceptSearchTest {
  private static final QueryLexicon LEXICON =
      new QueryLexicon(() ->
          new WordMeanings(
              new TreeMap<>(
                  Map.of(
                      "id-document",
                      List.of(
                          new ConceptWording(
                              "en", true, List.of("passport*", "identity card*", "papers")),
                          new ConceptWording("ru", true, List.of("паспорт*")),
                          new ConceptWording("am", true, List.of("*ፓስፖርት*")),
                          new ConceptWording("zh", false, List.of("护照"))),
                      "news",
                      List.of(new ConceptWording("en", true, List.of("newspaper*", "papers"))),
                      "bank-account",
                      List.of(
                          new ConceptWording(
                              "en", true, List.of("bank account*", "open .. account")),
                          new ConceptWording("fr", true, List.of("compte bancaire"))),
                      "bread",
                      List.of(
                          new ConceptWording("fr", true, List.of("pain")),
                          new ConceptWording("de", true, List.of("*brot"))),
                      "ache",
                      List.of(
                          new ConceptWording("en", true, List.of("pain")),
                          new ConceptWording("de", true, List.of("schmerz*"))))),
              new TreeMap<>(Map.of("passport-kept", List.of("LX-07")))));

  private static final AssessedAdvert ENGLISH = saying("We keep your Passports in the safe");
  private static final AssessedAdvert RUSSIAN = saying("Паспорта остаются у нас");
  private static final AssessedAdvert AMHARIC = saying("የፓስፖርትህን ኮፒ ላክ");
  private static final AssessedAdvert CHINESE = saying("护照放在办公室");
  private static final AssessedAdvert PAPERS = saying("He took my papers away");
  private static final AssessedAdvert CARD = saying("Bring your identity cards on Monday");
  private static final AssessedAdvert OTHER = saying("Identity is no card; a dog and a cat");

  @TempDir Path folder;

  private AdvertIndex index(AssessedAdvert... adverts) throws IOException {
    TestIndex.of(folder, adverts).close();
    return AdvertIndex.open(folder, Hidden.none(), LEXICON);
  }

  @Test
  void formsOfSeveralWordsAreLookedForWhereSomeOfTheWordsDo() throws IOException {
    AssessedAdvert french = saying("ouvrez un compte bancaire");
    try (AdvertIndex index = index(french, OTHER)) {
      SearchResult found = index.search(SearchRequest.of("across:(bank account zebra)"));
      assertThat(found.loosened()).isTrue();
      assertThat(found.hits()).extracting(hit -> id(hit.advert())).containsExactly(id(french));
      assertThat(found.takenFor())
          .extracting(TakenFor::typed)
          .containsExactly("bank account", "zebra");
    }
  }

  @Test
  void aConceptIsFoundInEachLanguageAndScript() throws IOException {
    try (AdvertIndex index = index(ENGLISH, RUSSIAN, AMHARIC, CHINESE, PAPERS, CARD, OTHER)) {
      assertThat(ids(index, "concept:id-document"))
          .containsExactlyInAnyOrder(
              id(ENGLISH), id(RUSSIAN), id(AMHARIC), id(CHINESE), id(PAPERS), id(CARD));
      assertThat(ids(index, "concept:(id-document OR news) -papers -lang:fr"))
          .doesNotContain(id(PAPERS), id(OTHER))
          .hasSize(5);
      assertThat(ids(index, "-concept:id_document")).containsExactly(id(OTHER));
    }
  }

  @Test
  void aShortFormCountsWhereItsLanguageIsWrittenAndALongOneAnywhere() throws IOException {
    AssessedAdvert danish =
        draft().body("Vi beholder dit pas i pengeskabet").language("da").build();
    AssessedAdvert french = draft().body("Nous ne gardons pas la clé").language("fr").build();
    AssessedAdvert past = draft().body("She passed by the house").language("en").build();
    AssessedAdvert mixed = draft().body("Chambre libre, passport please").language("fr").build();
    AssessedAdvert unknown = draft().body("pas 123").language("und").build();
    QueryLexicon lexicon =
        new QueryLexicon(() ->
            new WordMeanings(
                new TreeMap<>(
                    Map.of(
                        "id-document",
                        List.of(
                            new ConceptWording("en", true, List.of("passport*")),
                            new ConceptWording("sv", true, List.of("pass*")),
                            new ConceptWording("da", true, List.of("pas"))))),
                new TreeMap<>()));
    TestIndex.of(folder, danish, french, past, mixed, unknown).close();
    try (AdvertIndex index = AdvertIndex.open(folder, Hidden.none(), lexicon)) {
      assertThat(ids(index, "concept:id-document"))
          .containsExactlyInAnyOrder(id(danish), id(mixed), id(unknown));
      assertThat(ids(index, "across:passport"))
          .containsExactlyInAnyOrder(id(danish), id(mixed), id(unknown));
    }
  }

  @Test
  void wordsBetweenAreAllowedWhereAFormSaysSo() throws IOException {
    AssessedAdvert beside = saying("open an account today");
    AssessedAdvert four = saying("open for us the new account");
    AssessedAdvert five = saying("open for us the very new account");
    AssessedAdvert apart = saying("bank of account");
    try (AdvertIndex index = index(beside, four, five, apart)) {
      assertThat(ids(index, "concept:bank-account"))
          .containsExactlyInAnyOrder(id(beside), id(four));
    }
  }

  @Test
  void theWordsThatWereFoundAreMarked() throws IOException {
    try (AdvertIndex index = index(RUSSIAN, CARD)) {
      List<SearchResult.Hit> hits = index.search(SearchRequest.of("across:passport")).hits();
      assertThat(hits)
          .hasSize(2)
          .allSatisfy(hit -> assertThat(hit.snippet().matches()).isNotEmpty());
      assertThat(
              hits.stream()
                  .map(hit -> {
                    Span span = hit.snippet().matches().getFirst();
                    return hit.snippet().text().substring(span.start(), span.end());
                  }))
          .containsExactlyInAnyOrder("Паспорта", "identity cards");
    }
  }

  @Test
  void aSignIsFoundByTheIndicatorsThatStandForIt() throws IOException {
    AssessedAdvert kept =
        draft().body("it stays").indicator("LX-07", "control", EvidenceGrade.EXPERT).build();
    try (AdvertIndex index = index(kept, ENGLISH)) {
      assertThat(ids(index, "concept:passport-kept")).containsExactly(id(kept));
    }
  }

  @Test
  void anUnknownConceptIsRefusedWithThoseThatAreLikeIt() throws IOException {
    try (AdvertIndex index = index(ENGLISH)) {
      assertThatThrownBy(() -> ids(index, "concept:id-dokument"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("such as id-document")
          .hasMessageContaining("at character 9")
          .hasMessageContaining("'id-dokument'");
      assertThatThrownBy(() -> ids(index, "concept:pass*")).hasMessageContaining("a whole name");
    }
    try (AdvertIndex plain = AdvertIndex.open(folder)) {
      assertThatThrownBy(() -> ids(plain, "concept:id-document"))
          .hasMessageContaining("none are known here");
    }
  }

  @Test
  void aWordIsFoundInOtherLanguagesAfterTheWordItself() throws IOException {
    AssessedAdvert word = saying("one passport, as it is written");
    try (AdvertIndex index = index(ENGLISH, RUSSIAN, AMHARIC, CHINESE, word, OTHER)) {
      SearchResult found = index.search(SearchRequest.of("across:passport"));
      assertThat(found.total()).isEqualTo(5);
      assertThat(id(found.hits().getFirst().advert())).isEqualTo(id(word));
      assertThat(ids(index, "passport")).containsExactly(id(word));
      assertThat(found.takenFor())
          .containsExactly(
              new TakenFor(
                  "passport",
                  List.of(
                      new TakenFor.Meaning("id-document", List.of("паспорт", "ፓስፖርት", "护照"), 4))));
    }
  }

  @Test
  void aWordOfTwoConceptsIsTakenForBothUnlessItsLanguageIsTold() throws IOException {
    AssessedAdvert bread = saying("frisches Weissbrot");
    AssessedAdvert ache = saying("Schmerzen im Knie");
    try (AdvertIndex index = index(bread, ache)) {
      assertThat(ids(index, "across:pain")).containsExactlyInAnyOrder(id(bread), id(ache));
      assertThat(ids(index, "across:fr:pain")).containsExactly(id(bread));
      assertThat(index.search(SearchRequest.of("across:pain")).takenFor().getFirst().meanings())
          .extracting(TakenFor.Meaning::concept)
          .containsExactlyInAnyOrder("bread", "ache");
    }
  }

  @Test
  void wordsSideBySideAreOneFormAndOthersAreLookedForAsTheyAre() throws IOException {
    AssessedAdvert french = saying("ouvrez un compte bancaire à Lyon");
    AssessedAdvert elsewhere = saying("ouvrez un compte bancaire à Nice");
    try (AdvertIndex index = index(french, elsewhere)) {
      assertThat(ids(index, "across:(bank account lyon)")).containsExactly(id(french));
      assertThat(ids(index, "across:(\"bank account\" -lyon)")).containsExactly(id(elsewhere));
      assertThat(index.search(SearchRequest.of("across:(bank account lyon)")).takenFor())
          .extracting(TakenFor::typed, taken -> taken.meanings().size())
          .containsExactly(tuple("bank account", 1), tuple("lyon", 0));
      assertThat(index.search(SearchRequest.of("bank account")).takenFor()).isEmpty();
    }
  }

  @Test
  void someOfTheWordsDoWhereNoAdvertHasThemAll() throws IOException {
    try (AdvertIndex index = index(RUSSIAN, OTHER)) {
      SearchResult found = index.search(SearchRequest.of("across:(passport zebra)"));
      assertThat(found.loosened()).isTrue();
      assertThat(id(found.hits().getFirst().advert())).isEqualTo(id(RUSSIAN));
    }
  }

  @Test
  void whatIsHiddenIsMetByNoConcept() throws IOException {
    index(ENGLISH, RUSSIAN).close();
    Hidden hidden = new Hidden(Set.of(id(RUSSIAN)), Set.of(), Set.of());
    try (AdvertIndex index = AdvertIndex.open(folder, hidden, LEXICON)) {
      assertThat(ids(index, "concept:id-document")).containsExactly(id(ENGLISH));
      assertThat(ids(index, "across:passport")).containsExactly(id(ENGLISH));
    }
  }

  @Test
  void storedQueriesRefuseConceptsSinceEachAdvertWouldBeReadForAllForms() {
    for (String query : List.of("concept:id-document", "across:passport")) {
      assertThatThrownBy(
              () -> StoredQueries.of(List.of(new StoredQuery("q", "", query, Severity.NOTICE))))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("stored query q: ")
          .hasMessageContaining("has concept: or across:");
    }
  }

  @Test
  void aQueryOfManyWordsStaysWithinTheCaps() throws IOException {
    try (AdvertIndex index = index(ENGLISH)) {
      assertThatThrownBy(() -> ids(index, "across:(" + "passport OR ".repeat(40) + "x)"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("at most 900 terms");
      assertThatThrownBy(() -> ids(index, "across:".repeat(100) + "x"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("at most 32");
    }
  }
}
