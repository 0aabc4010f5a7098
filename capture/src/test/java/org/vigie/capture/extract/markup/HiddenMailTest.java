package org.vigie.capture.extract.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class HiddenMailTest {
  private static final String TEXT =
      "<h1>Room</h1><p>Furnished room for one person, all bills included, to be had from %s today.</p>";

  private static Advert read(String body) {
    return Answer.html("https://board.example.org/ad/5", body).onlyAdvert();
  }

  @Test
  void readsTheAddressesThatSitesHideFromPrograms() {
    Advert cloudflare =
        read(TEXT.formatted("<a data-cfemail=" + coded("ann@example.org") + ">[hidden]</a>"));
    Advert joomla =
        read(
            TEXT.formatted(
                "<joomla-hidden-mail first=YW5u last=ZXhhbXBsZS5vcmc=>protected</joomla-hidden-mail>"));

    assertThat(cloudflare.body()).contains("ann@example.org").doesNotContain("hidden");
    assertThat(joomla.body()).contains("ann@example.org").doesNotContain("protected");
  }

  /** As Cloudflare codes an address: each letter by the first byte. */
  private static String coded(String address) {
    StringBuilder coded = new StringBuilder("2a");
    address
        .chars()
        .forEach(c -> coded.append(String.format(java.util.Locale.ROOT, "%02x", c ^ 0x2a)));
    return coded.toString();
  }

  @Test
  void leavesWhatIsNoAddressAsItStands() {
    Advert advert = read(TEXT.formatted("<a data-cfemail=2a4b>somebody</a>"));

    assertThat(advert.body()).contains("from somebody today");
  }

  @Test
  void hidesNothingThatStandsThere() {
    String whole = "<div data-cfemail=" + coded("ann@example.org") + ">" + TEXT.formatted("us");

    assertThat(read(whole + "</div>").body()).contains("from us today");
  }

  @Test
  void leadsNowhere() {
    String page =
        "<a href=/a/6>More</a><a href='/cdn-cgi/l/email-protection#2a4b'>Mail</a>"
            + TEXT.formatted("us");

    assertThat(Answer.html("https://board.example.org/ad/5", page).extract().links())
        .containsExactly("https://board.example.org/a/6");
  }
}
