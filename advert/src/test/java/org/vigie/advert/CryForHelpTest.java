package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryForHelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMPLAINT|0.5|LX-07|true",
        "COMPLAINT|0.49|LX-07|false",
        "REQUEST|0.9|LX-03|true",
        "REQUEST|0.9|LX-06 RC-04|true",
        "COMPLAINT|0.8|LX-08|true",
        "COMPLAINT|0.79|LX-08|false",
        "COMPLAINT|0.6|LX-08 LX-04|true",
        "COMPLAINT|0.9|LX-09|true",
        "COMPLAINT|0.99|LX-10|false",
        "COMPLAINT|0.99||false",
        "WARNING|0.99|LX-07 LX-08|false",
        "NEWS|0.99|LX-07 LX-08|false",
        "OFFER|0.99|LX-07 LX-03|false",
        "OTHER|0.99|LX-07|false"
      })
  void isAComplaintOrRequestThatSaysThatSomethingWasTaken(
      Genre genre, double sureness, @Nullable String signs, boolean expected) {
    assertThat(CryForHelp.isOne(advert(new TextKind(genre, sureness), signs))).isEqualTo(expected);
  }

  @Test
  void isNoneWhereTheKindIsNotKnown() {
    assertThat(CryForHelp.isOne(advert(null, "LX-07"))).isFalse();
  }

  @Test
  void tellsDangerFromMoney() {
    assertThat(CryForHelp.isDanger(Set.of("LX-08", "LX-09"))).isFalse();
    assertThat(CryForHelp.isDanger(Set.of("LX-08", "LX-05"))).isTrue();
  }

  private static AssessedAdvert advert(@Nullable TextKind kind, @Nullable String signs) {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", Instant.EPOCH).body("text").build();
    List<Indicator> indicators =
        signs == null
            ? List.of()
            : Arrays.stream(signs.split(" ")).map(CryForHelpTest::sign).toList();
    return new AssessedAdvert(
        advert, "en", List.of(), Entities.none(), indicators, List.of(), kind);
  }

  private static Indicator sign(String id) {
    return new Indicator(
        id, "sign", "control", EvidenceGrade.EXPERT, true, List.of(), "said in the text");
  }
}
