package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FictionTest {
  private static final Pattern FICTION =
      Pattern.compile(
          "\\+447700900\\d{3}|\\+3363998\\d{4}|\\+3532091\\d{5}|\\+1[2-9]\\d{2}55501\\d{2}");

  /** A number as ordinary adverts write it; prices and years are shorter. */
  private static final Pattern WRITTEN = Pattern.compile("(?:\\+|\\b0)[0-9][0-9 ]{8,}[0-9]");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "ro", "uk", "ar"})
  void givesEachOrdinaryAdvertANumberOfItsOwnFromTheRangesForFiction(String language) {
    Set<String> seen = new HashSet<>();
    for (long ordinal = 0; ordinal < 20_000; ordinal++) {
      Optional<FictionNumber> number = FictionNumber.forOrdinary(language, ordinal);
      number.ifPresent(found -> {
        String e164 = found.country() + found.digits();
        assertThat(FICTION.matcher(e164).matches()).isTrue();
        assertThat(seen.add(e164)).isTrue();
      });
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(1_000);
  }

  @Test
  void writesNoNumberThatSomebodyCouldAnswer() {
    List<String> real = new ArrayList<>();
    World.generate(new WorldSpec(9, 3_000))
        .adverts()
        .forEach(advert -> {
          Matcher number = WRITTEN.matcher(advert.text());
          while (number.find()) {
            String digits = number.group().replace(" ", "");
            String e164 =
                digits.startsWith("07")
                    ? "+44" + digits.substring(1)
                    : digits.startsWith("06") ? "+33" + digits.substring(1) : digits;
            if (!FICTION.matcher(e164).matches()) {
              real.add(advert.url());
            }
          }
        });
    assertThat(real).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, en, true, 07700 900011",
    "PLAIN, en, false, +44 7700 900011",
    "SPACED, en, true, 0 7 7 0 0 9 0 0 0 1 1",
    "DOTS, en, false, +44.7.7.0.0.9.0.0.0.1.1",
    "WORDS, en, true, zero seven seven zero zero nine zero zero zero one one",
    "WORDS, ro, false, +44 șapte șapte zero zero nouă zero zero zero unu unu",
    "LOOKALIKE, en, false, +44 77OO 9OOOll",
    "FULLWIDTH, en, false, +44 ７７００９０００１１"
  })
  void disguisesANumber(
      NumberDisguise disguise, String language, boolean national, String expected) {
    FictionNumber number = FictionNumber.parse("+447700900011");

    assertThat(disguise.write(number, language, national)).isEqualTo(expected);
  }

  @Test
  void putsDigitsOnKeycaps() {
    assertThat(NumberDisguise.KEYCAP.write(FictionNumber.parse("+12025550131"), "es", false))
        .startsWith("+1 2\uFE0F\u20E30\uFE0F\u20E32\uFE0F\u20E3")
        .hasSize("+1 ".length() + 10 * 3);
  }

  @Test
  void groupsANumberAsPeopleOfItsCountryDo() {
    assertThat(FictionNumber.parse("+33639980001").national()).isEqualTo("06 39 98 00 01");
    assertThat(FictionNumber.parse("+353209110051").international()).isEqualTo("+353 20 911 0051");
    assertThat(FictionNumber.parse("+12025550131").international()).isEqualTo("+1 202 555 0131");
  }
}
