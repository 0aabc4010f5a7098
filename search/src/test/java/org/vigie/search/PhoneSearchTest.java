package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.draft;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.query.QuerySyntaxException;

class PhoneSearchTest {
  private static final AssessedAdvert FRENCH =
      draft().body("call the french one").phone("+33639980001").build();
  private static final AssessedAdvert BRITISH =
      draft().body("call the british one").phone("+447700900123").build();
  private static final AssessedAdvert AMERICAN =
      draft().body("call the american one 12").phone("+12025550123").build();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone:+33639980001",
        "phone:0033639980001",
        "phone:0639980001",
        "phone:06-39-98-00-01",
        "phone:06.39.98.00.01",
        "phone:06 39 98 00 01",
        "phone:\"06 39 98 00 01\"",
        "phone:+33 6 39 98 00 01 french",
        "phone:+33(0)639980001",
        "phone:+33 06 39 98 00 01",
        "phone:00 33 06 39 98 00 01",
        "+330639980001",
        "(phone:+33 (0)6 39 98 00 01)",
        "phone:639980001",
        "phone:9980001",
        "phone:٠٦٣٩٩٨٠٠٠١",
        "phone:⓪⑥③⑨⑨⑧⓪⓪⓪①",
        "phone:０６３９９８０００１",
        "phone:+33639*",
        "0639980001",
        "06 39 98 00 01",
        "french 06-39-98-00-01",
        "06 39 98 00 01 -british",
        "contact:phone:+33639980001"
      })
  void findsANumberAsItIsTyped(String query) throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, FRENCH, BRITISH, AMERICAN)) {
      assertThat(ids(index, query)).containsExactly(id(FRENCH));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone:020-915-1480",
        "phone:0209151480",
        "phone:+353 20 915 1480",
        "phone:00353209151480",
        "020 9151480"
      })
  void findsANumberWhoseCountryNothingTells(String query) throws IOException {
    AssessedAdvert unknown = draft().body("ring 020-915 1480 after six, 25 a day").build();
    AssessedAdvert other = draft().body("ring 020-915 1481, ref 2020/915").build();
    try (AdvertIndex index = TestIndex.of(folder, unknown, other)) {
      assertThat(ids(index, query)).containsExactly(id(unknown));
    }
  }

  @Test
  void readsParenthesesWithinANumberAndAroundIt() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, FRENCH, BRITISH, AMERICAN)) {
      assertThat(ids(index, "phone:(202) 555-0123")).containsExactly(id(AMERICAN));
      assertThat(ids(index, "phone:+44 (0)7700 900123")).containsExactly(id(BRITISH));
      assertThat(ids(index, "(phone:0639980001 OR phone:07700 900123) call")).hasSize(2);
    }
  }

  @Test
  void passesOverATrunkZeroBehindACallingCodeOfThreeDigits() throws IOException {
    AssessedAdvert irish = draft().body("call the irish one").phone("+353209151480").build();
    try (AdvertIndex index = TestIndex.of(folder, irish, BRITISH)) {
      assertThat(ids(index, "phone:+353 020 915 1480")).containsExactly(id(irish));
    }
  }

  @Test
  void takesShortRunsOfDigitsForNumbersInTheText() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, FRENCH, AMERICAN)) {
      assertThat(ids(index, "12")).containsExactly(id(AMERICAN));
      assertThat(ids(index, "0123")).isEmpty();
    }
  }

  @Test
  void refusesTooFewDigitsWithoutRepeatingThem() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, FRENCH)) {
      assertThatThrownBy(() -> ids(index, "call phone:98001"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessage(
              "the query must have a phone number of 7 to 15 digits at character 12,"
                  + " but has 5 digits");
    }
  }
}
