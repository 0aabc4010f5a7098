package org.vigie.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressSealTest {
  private static final String READER = "analyst";

  private final AddressSeal seal = new AddressSeal();

  @Test
  void sealsAQueryForItsReaderAndKeepsPathAndFragment() {
    String sealed = seal.seal("/?q=%2B33639980001&f=a&f=b&order=risk#c-1", READER);

    assertThat(sealed).matches("/\\?k=[A-Za-z0-9_-]+#c-1");
    assertThat(seal.open(queryOf(sealed), READER))
        .contains(
            Map.of("q", List.of("+33639980001"), "f", List.of("a", "b"), "order", List.of("risk")));
    assertThat(seal.open(queryOf(sealed), "analyst-2")).isEmpty();
    assertThat(new AddressSeal().open(queryOf(sealed), READER)).isEmpty();
    assertThat(seal.seal(sealed, READER)).isEqualTo(sealed);
  }

  /** As an address alone, each of these letters takes six characters or nine. */
  @Test
  void holdsLongQueriesInAnyScript() {
    Random random = new Random(7);
    for (int[] script :
        new int[][] {{0x430, 32, 4_096}, {0x621, 26, 4_096}, {0x4e00, 3_000, 2_000}}) {
      String query =
          random
              .ints(script[2], script[0], script[0] + script[1])
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String sealed = seal.seal("/?q=" + URLEncoder.encode(query, UTF_8) + "&order=risk", READER);

      assertThat(sealed.length()).isLessThanOrEqualTo(RequestParameters.LONGEST_ADDRESS);
      assertThat(seal.open(queryOf(sealed), READER))
          .contains(Map.of("q", List.of(query), "order", List.of("risk")));
    }
  }

  @Test
  void keepsSignsThatPartNamesAndValues() {
    String query = "a&b=c%+ d;#?\u00e9\n";
    String sealed = seal.seal("/?q=" + URLEncoder.encode(query, UTF_8) + "&f&f=", READER);

    assertThat(seal.open(queryOf(sealed), READER))
        .contains(Map.of("q", List.of(query), "f", List.of("", "")));
  }

  @Test
  void putsWhatStandsBesideASealedQueryUnderIt() {
    String sealed = queryOf(seal.seal("/contact/map?key=phone%3A1&from=2026-01-01", READER));

    assertThat(seal.open(sealed + "&from=2026-02-01&page=2", READER))
        .contains(
            Map.of("key", List.of("phone:1"), "from", List.of("2026-01-01"), "page", List.of("2")));
  }

  @Test
  void leavesWhatMayBeReadByAnyoneAsItIs() {
    for (String open :
        List.of(
            "/",
            "/networks/n-1/graph",
            "/?q=&order=risk&risk=50&from=2026-01-31",
            "/alerts?status=open&severity=urgent&page=3",
            "/retention?advert=a-0123456789abcdef",
            "/reason?next=%2Fcases%2Fk-1&case=k-1",
            "#here",
            "https://example.org/?q=word")) {
      assertThat(seal.seal(open, READER)).isEqualTo(open);
    }
    assertThat(seal.seal("/?q=word", "")).isEqualTo("/?q=word");
  }

  @Test
  void sealsWhateverItDoesNotKnow() {
    for (String telling :
        List.of(
            "/?q=word",
            "/?unheard=word",
            "/?from=phone%3A%2B33639980001",
            "/?risk=%2B33639980001",
            "/?next=%2Fcontact%3Fkey%3Dphone%253A1",
            "/?q=%zz")) {
      assertThat(seal.seal(telling, READER)).startsWith("/?k=").doesNotContain("word", "0001");
    }
  }

  @Test
  void opensNothingThatWasChangedOrCanNotBeRead() {
    String sealed = queryOf(seal.seal("/?q=word", READER));
    char other = sealed.charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 20) + other + sealed.substring(21);
    for (String query :
        List.of(changed, "k=", "k=AAAA", "k=!", "q=%zz", queryOf(seal.seal("/?q=%zz", READER)))) {
      assertThat(seal.open(query, READER)).as(query).isEmpty();
    }
  }

  private static String queryOf(String address) {
    return address.substring(address.indexOf('?') + 1).replaceFirst("#.*", "");
  }
}
