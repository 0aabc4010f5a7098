package org.vigie.capture.extract.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.page.Extraction;

/** Byte order mark, then HTTP, then the page's own declaration, then its bytes. */
class CharsetSnifferTest {
  private static final String RUSSIAN =
      "Требуется помощница по дому, проживание и питание предоставляются";
  private static final String FRENCH =
      "Une chambre à louer près de la gare, très calme et bien meublée";

  /**
   * In each row all that stands to the right of what decides says something else. A dash stands for
   * nothing.
   */
  @ParameterizedTest(name = "mark {0}, HTTP {1}, page {2}, written in {3}: {4}")
  @CsvSource({
    // the mark
    "UTF-8,    windows-1251, koi8-r,       windows-1252, UTF-8",
    "UTF-8,    utf-16le,     windows-1251, windows-1251, UTF-8",
    "UTF-16LE, utf-8,        windows-1251, UTF-16LE,     UTF-16LE",
    "UTF-16BE, koi8-r,       -,            UTF-16BE,     UTF-16BE",
    "UTF-16BE, utf-16le,     -,            UTF-16BE,     UTF-16BE",
    // HTTP
    "-, koi8-r,       windows-1251, UTF-8,        KOI8-R",
    "-, utf-8,        windows-1251, windows-1251, UTF-8",
    "-, iso-8859-1,   utf-8,        UTF-8,        windows-1252",
    "-, 'KOI8-R',     -,            UTF-8,        KOI8-R",
    "-, '\"koi8-r\"', -,            UTF-8,        KOI8-R",
    "-, utf-16,       -,            UTF-16LE,     UTF-16LE",
    "-, utf-16le,     -,            UTF-16LE,     UTF-16LE",
    "-, utf-16be,     -,            UTF-16BE,     UTF-16BE",
    // the page
    "-, -, koi8-r,       UTF-8,        KOI8-R",
    "-, -, us-ascii,     UTF-8,        windows-1252",
    "-, -, utf-16le,     UTF-8,        UTF-8",
    // unless it says UTF-8, and its bytes say no
    "-, -, utf-8,        windows-1251, windows-1251",
    "-, -, utf-16le,     windows-1251, windows-1251",
    // its bytes
    "-, -, -, UTF-8,        UTF-8",
    "-, -, -, windows-1251, windows-1251",
    "-, -, -, windows-1252, windows-1252",
    "-, -, -, UTF-16LE,     UTF-16LE",
    "-, -, -, UTF-16BE,     UTF-16BE",
    // a label that nobody knows counts as none, wherever it stands
    "-, x-unheard-of, koi8-r,       UTF-8,        KOI8-R",
    "-, x-unheard-of, -,            windows-1251, windows-1251",
    "-, x-unheard-of, x-unheard-of, UTF-8,        UTF-8",
    "-, -,            x-unheard-of, windows-1252, windows-1252",
    "-, '\"',          -,            windows-1251, windows-1251",
    // nor does UTF-16 over HTTP where the page isn't
    "-, utf-16,       koi8-r,       UTF-8,        KOI8-R",
    "-, utf-16,       -,            windows-1251, windows-1251",
  })
  void isDecidedByTheFirstThatSaysIt(
      String mark, String http, String meta, String written, String expected) {
    String declared = meta.equals("-") ? "" : "<meta charset=%s>".formatted(meta);
    String text = written.equals("windows-1252") ? FRENCH : RUSSIAN;
    String type = http.equals("-") ? "text/html" : "text/html; charset=" + http;
    byte[] page = page(mark, declared + "<p>" + text, Charset.forName(written));

    assertThat(CharsetSniffer.charset(page, type)).isEqualTo(Charset.forName(expected));
  }

  @Test
  void readsTheEncodingThatXmlDeclares() {
    byte[] feed =
        "<?xml version='1.0' encoding='koi8-r'?><rss/>".getBytes(Charset.forName("KOI8-R"));

    assertThat(CharsetSniffer.charset(feed, "text/xml")).isEqualTo(Charset.forName("KOI8-R"));
    assertThat(CharsetSniffer.charset(feed, "text/xml; charset=utf-8")).isEqualTo(UTF_8);
  }

  @Test
  void looksForADeclarationAtTheBeginningOfThePageAlone() {
    String late = "<!--%s--><meta charset=koi8-r><p>x".formatted(" ".repeat(5_000));

    assertThat(CharsetSniffer.charset(late.getBytes(ISO_8859_1), "text/html")).isEqualTo(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, utf-16", "UTF-16BE, utf-16be", "UTF-16LE, ''"})
  void readsAPageInUtf16ThatHasNoMark(String written, String label) {
    String html = "<html><body><h1>x</h1><p>" + RUSSIAN + "</p></body></html>";
    String type = label.isEmpty() ? "text/html" : "text/html; charset=" + label;

    Extraction extraction =
        new AdvertExtractor()
            .extract(
                SharedPages.capture("https://example.org/ad/1", type),
                html.getBytes(Charset.forName(written)));

    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.adverts().getFirst().body()).isEqualTo(RUSSIAN);
  }

  /** U+FEFF is the mark in whatever Unicode form it is written. */
  private static byte[] page(String mark, String html, Charset charset) {
    byte[] start = mark.equals("-") ? new byte[0] : "\ufeff".getBytes(Charset.forName(mark));
    byte[] text = html.getBytes(charset);
    byte[] page = new byte[start.length + text.length];
    System.arraycopy(start, 0, page, 0, start.length);
    System.arraycopy(text, 0, page, start.length, text.length);
    return page;
  }

  @Test
  void believesAPageWhoseLettersStandBehindOneBadOctetAndALongScript() {
    String page = "<meta charset=utf-8><script>?" + "x".repeat(70_000) + "</script><p>" + RUSSIAN;
    byte[] bytes = page.getBytes(UTF_8);
    bytes[page.indexOf('?')] = (byte) 0xa0;

    assertThat(CharsetSniffer.charset(bytes, "text/html")).isEqualTo(UTF_8);
  }

  @Test
  void believesNoPageThatCallsItselfUtf8AndIsNot() {
    String page = "<meta charset=utf-8><p>" + FRENCH;
    byte[] saved = page.getBytes(Charset.forName("windows-1252"));
    byte[] damaged = page.getBytes(UTF_8);
    damaged[page.indexOf("gare")] = (byte) 0xe9;

    assertThat(CharsetSniffer.charset(saved, "text/html")).hasToString("windows-1252");
    assertThat(CharsetSniffer.charset(damaged, "text/html")).isEqualTo(UTF_8);
    assertThat(CharsetSniffer.charset(saved, "text/html; charset=utf-8"))
        .as("what was sent is evidence of how it was meant")
        .isEqualTo(UTF_8);
  }
}
