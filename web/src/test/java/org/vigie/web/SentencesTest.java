package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Channel;
import org.vigie.advert.ContactType;
import org.vigie.advert.Outcome;

class SentencesTest {
  private static final Phrases FRENCH = Phrases.in(Locale.FRENCH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"risk 0.61; phone +15550100 | risque 0.61 ; téléphone +15550100"})
  void areToldWithAllThatTheyAreMadeOf(String english, String french) {
    assertThat(FRENCH.tell(english)).isEqualTo(french);
    assertThat(FRENCH.tells(english)).isTrue();
    assertThat(Phrases.in(Locale.ENGLISH).tell(english)).isEqualTo(english);
  }

  @Test
  void leaveWhatIsNotTheMachinesAsItIs() {
    for (String own : new String[] {"", "passport 06 39 98 00 01", "{n1} adverts", "a; b", "12"}) {
      assertThat(FRENCH.tell(own)).isEqualTo(own);
    }
    assertThat(FRENCH.tells("5 adverts; no such sentence")).isFalse();
  }

  @Test
  void haveAWordForEveryLabel() {
    for (Channel channel : Channel.values()) {
      assertThat(FRENCH.tells(channel.label())).as(channel.label()).isTrue();
    }
    for (ContactType type : ContactType.values()) {
      assertThat(FRENCH.tells(type.label())).as(type.label()).isTrue();
    }
    for (Outcome outcome : Outcome.values()) {
      assertThat(FRENCH.tells(outcome.label())).as(outcome.label()).isTrue();
    }
  }

  @Test
  void takeTimeInProportionToWhatIsRead() {
    // Beyond the length of any sentence it isn't looked at; within, no choice is taken back.
    String hostile = "1 adverts, ".repeat(1_000_000);
    assertThat(FRENCH.tell(hostile)).isEqualTo(hostile);
    String nested = "; , · ".repeat(600);
    assertThat(FRENCH.tell(nested)).isEqualTo(nested);
  }

  @Test
  void findWhatStandsInAPlaceWithoutTakingAnythingBack() {
    SentencePattern pattern = SentencePattern.of("{n1} of {s2} in {w3}", "{w3} : {n1} {s2}", "x:1");
    assertThat(pattern.match("3 of a in b in c")).isEmpty();
    assertThat(pattern.match("3 of all in c")).contains(Map.of("n1", "3", "s2", "all", "w3", "c"));
    assertThat(pattern.fill(Map.of("n1", "3", "s2", "{w3}", "w3", "c"))).isEqualTo("c : 3 {w3}");
  }

  @Test
  void refuseAFileThatSaysWhatItMustNot() {
    assertThatThrownBy(() -> SentencePattern.of("{n1} adverts", "{n2} annonces", "fr:7"))
        .hasMessage("fr:7 tells {n2}, which must stand in its sentence, but doesn't");
    assertThatThrownBy(() -> SentencePattern.of("{q1} adverts", "annonces", "fr:8"))
        .hasMessageStartingWith("fr:8 must have places such as {n1}");
  }
}
