package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Outcome;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class FormRulesTest {
  @ParameterizedTest
  @CsvSource({
    "Massage in a private flat,sexual",
    "Услуги для взрослых в центре,sexual",
    "Couriers wanted for short trips,forced-criminality",
    "مطلوب متبرع بكلية,other",
    "Wir suchen einen Koch für unser Restaurant,''",
    "Blue bicycle for sale,''"
  })
  void assessesAnAdvertForTheFormItsWordsAreOf(String text, String form) throws IOException {
    FormRules rules = rules(ModelsFolder.path());

    Set<String> open = rules.open(said(rules, text, "und"), List.of());

    assertThat(open).isEqualTo(form.isEmpty() ? Set.of() : Set.of(form));
  }

  @ParameterizedTest
  @CsvSource({
    "en,Alloy wheels with a scratched rim,''",
    "pt,Procura-se dador de rim,other",
    "und,Procura-se dador de rim,other",
    "sv,dador de rim,other",
    "fr,Petit chat noir à donner,''",
    "de,Mitarbeiter für Chat gesucht,forced-criminality",
    "hr,Masaža u stanu,sexual",
    "pl,adult service,sexual",
  })
  void opensAGateByAWordOfTheAdvertsOwnLanguageAlone(String language, String text, String form)
      throws IOException {
    FormRules rules = rules(ModelsFolder.path());

    assertThat(rules.open(said(rules, text, language), List.of()))
        .isEqualTo(form.isEmpty() ? Set.of() : Set.of(form));
  }

  @ParameterizedTest
  @CsvSource({
    "en,M4ss4ge in a private flat,sexual",
    "en,m.a.s.s.a.g.e in a private flat,sexual",
    "en,private flat e s c o r t now,sexual",
    "en,c0ur1er wanted for short trips,forced-criminality",
    "en,4dult s3rvice,sexual",
    "pl,4dult s3rvice,sexual",
    "pl,a d u l t  s e r v i c e,sexual",
    "pl,k i d n e y,''",
    "en,24h 3pm 2x B2B 1st class,''",
  })
  void opensAGateByWordsThatAreWrittenPastMachines(String language, String text, String form)
      throws IOException {
    FormRules rules = rules(ModelsFolder.path());

    assertThat(rules.open(said(rules, text, language), List.of()))
        .isEqualTo(form.isEmpty() ? Set.of() : Set.of(form));
  }

  @Test
  void pointsToAllWordsThatAPhraseIsWrittenIn() throws IOException {
    NormalizedText text = NormalizedText.of("the 4 m.a.s.s.a.g.e here");

    List<PhraseAutomaton.Hit> hits =
        rules(ModelsFolder.path()).said(text, Words.of(text), "en").get("gate:sexual");

    assertThat(hits)
        .extracting(hit -> List.of(hit.firstWord(), hit.lastWord()))
        .containsOnly(List.of(2, 8));
  }

  @Test
  void letsScoredRowsAloneVoteForRisk() throws IOException {
    Taxonomy taxonomy = Taxonomy.load(ModelsFolder.path());
    FormRules rules = rules(ModelsFolder.path());
    for (String form : rules.names()) {
      Set<String> risk =
          Set.copyOf(
              rules.functions(form).stream()
                  .filter(f -> f.vote() == Outcome.RISK)
                  .map(f -> f.id())
                  .toList());

      assertThat(taxonomy.rows().stream().filter(row -> risk.contains(row.id())))
          .hasSize(risk.size())
          .allMatch(Taxonomy.Row::scored)
          .allMatch(row -> row.grade().mayAddRisk());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SX-03", "SX-04", "SX-05", "SX-06", "SX-07", "OT-02", "RC-11", "NX-02"})
  void refusesAVoteForRiskOfARowThatMayNotAddAny(String row, @TempDir Path folder)
      throws IOException {
    String rules = Files.readString(ModelsFolder.path().resolve(FormRules.FILE));
    Files.writeString(
        folder.resolve(FormRules.FILE), rules.replaceFirst("risk: \\[", "risk: [" + row + ", "));

    assertThatThrownBy(() -> rules(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(row)
        .hasMessageContaining("may not vote for risk");
  }

  @Test
  void refusesAVoteOfARowThatNeverVotesForAnyOutcome(@TempDir Path folder) throws IOException {
    String rules = Files.readString(ModelsFolder.path().resolve(FormRules.FILE));
    Files.writeString(
        folder.resolve(FormRules.FILE), rules.replaceFirst("business: \\[", "business: [SX-03, "));

    assertThatThrownBy(() -> rules(folder)).hasMessageContaining("SX-03");
  }

  private static Set<String> said(FormRules rules, String text, String language) {
    NormalizedText normalized = NormalizedText.of(text);
    return rules.said(normalized, Words.of(normalized), language).keySet();
  }

  private static FormRules rules(Path folder) throws IOException {
    return FormRules.load(folder, Taxonomy.load(ModelsFolder.path()));
  }
}
