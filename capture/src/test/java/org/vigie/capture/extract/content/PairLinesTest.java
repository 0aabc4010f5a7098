package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PairLinesTest {
  private static Element body(String html) {
    return Jsoup.parse(html).body();
  }

  @Test
  void knowsRowsTermsAndLabelsByTheirShape() {
    assertThat(
            PairLines.in(
                body(
                    """
                    <table><tr><td class="label">Stupanj</td><td>Mornar</td></tr></table>
                    <dl><dt>Plovilo</dt><dd>Tegljač</dd></dl>
                    <div><h4>Opis posla</h4><p>Rad na palubi i čišćenje, ugovor na šest mjeseci u luci.</p></div>
                    """)))
        .containsExactlyInAnyOrder("Stupanj", "Mornar", "Plovilo", "Tegljač", "Opis posla");
  }

  @Test
  void knowsRowsOfTwoEqualElementsWhereThereAreSome() {
    String row = "<div><span>%s</span><span>%s</span></div>";
    String two = row.formatted("Wyk", "Ula") + row.formatted("Pas", "Tor");

    assertThat(PairLines.in(body("<section>" + two + "</section>"))).isEmpty();
    assertThat(PairLines.in(body("<section>" + two + row.formatted("Lek", "Mir") + "</section>")))
        .contains("Wyk", "Ula", "Lek", "Mir");
  }

  @Test
  void leavesContactsAndOnePairAlone() {
    assertThat(
            PairLines.in(
                body(
                    """
                    <dl><dt>Call</dt><dd>+1 555 0141</dd></dl><dl><dt>Ask for</dt><dd>Ann</dd></dl>
                    """)))
        .containsExactlyInAnyOrder("Call", "Ask for", "Ann");
    assertThat(PairLines.in(body("<dl><dt>Ask for</dt><dd>Ann</dd></dl>"))).isEmpty();
  }
}
