package org.vigie.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.text.ArabicShaping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivalPdfTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void place() {
    out = folder.resolve("out.pdf");
  }

  @Test
  void isPdfAToTheValidatorOfItsAuthors() throws Exception {
    write(
        "<h1>Évaluation</h1><p>one <mark>two</mark> three<ul><li>four</ul><table><tr><th>Site<td>"
            + "example.org</table><blockquote>مطلوب عاملات في مصنع</blockquote><p>ไทย 📞"
            + "<p>विदेश में किर्ती ক্ষুদ্র শ্রমিক ሥራ ܫܠܡܐ 招聘女工，包吃包住");

    assertThat(PdfValidator.problems(out)).isEmpty();
  }

  @Test
  void itsValidatorRefusesWhatIsNone() throws Exception {
    try (PDDocument plain = new PDDocument()) {
      plain.addPage(new PDPage());
      plain.save(out.toFile());
    }
    assertThat(PdfValidator.problems(out)).isNotEmpty();
  }

  @Test
  void joinsArabicLettersAndRunsThemFromTheRight() throws Exception {
    write("<p>سلام 24/7 (abc)");

    // Seen from the left: the bracketed word, the number, then meem, lam-alef, seen at the right.
    assertThat(seen("سلام 24/7 (abc)")).isEqualTo("(abc) 24/7 \uFEE1\uFEFC\uFEB3");
    assertThat(read()).contains("24/7");
  }

  @Test
  void joinsLettersOfPersianAndUrduToo() throws Exception {
    assertThat(seen("گفتگو")).isEqualTo("\uFEEE\uFB95\uFE98\uFED4\uFB94");
    assertThat(seen("یک")).isEqualTo("\uFB8F\uFBFE");
    assertThat(seen("بَب")).isEqualTo("\uFE90\uFE91\u064E");
  }

  /** Of hamza and alef maksura ICU and Unicode think differently; we follow Unicode. */
  @Test
  void joinsArabicLettersAsIcuDoes() throws Exception {
    ArabicShaping icu =
        new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);
    String letters = "آأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوي";
    Random random = new Random(5);
    try (PDDocument document = new PDDocument()) {
      JoinedLetters joined = new JoinedLetters(new EmbeddedFont(document));
      for (int i = 0; i < 2_000; i++) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(8) + 1; n > 0; n--) {
          word.append(letters.charAt(random.nextInt(letters.length())));
        }
        StringBuilder ours = new StringBuilder();
        for (int at = 0; at < word.length(); ) {
          JoinedLetters.Shape shape = joined.at(word.toString(), at);
          ours.append(shape.shown());
          at += shape.length();
        }
        assertThat(ours.toString()).isEqualTo(icu.shape(word.toString()));
      }
    }
  }

  @Test
  void turnsHebrewAndItsBracketsAround() throws Exception {
    assertThat(seen("דרוש (עכשיו) now")).isEqualTo("now (וישכע) שורד");
  }

  @Test
  void saysWhatItHasNoLettersFor() throws Exception {
    Map<String, Integer> missing = write("<p>Call ܒܥܐ ܦܥܠܐ now 📞");

    assertThat(missing).isEqualTo(Map.of("Syriac", 8));
    assertThat(read()).contains("Call [8 in Syriac] now <U+1F4DE>");
  }

  @Test
  void showsThaiDevanagariBengaliAndEthiopicInAnyPlaceAndLetsThemBeCopied() throws Exception {
    String line = "ต้องการคนงาน 15,000 บาท विदेश में काम? ক্ষুদ্র শ্রমিক। ሥራ ፈላጊዎች";
    Map<String, Integer> missing =
        write("<h1>ไทย</h1><p>" + line + "<table><tr><th>काम<td>" + line + "</table>");

    assertThat(missing).isEmpty();
    assertThat(read().lines()).contains("ไทย", line, "काम " + line);
  }

  /** A vowel that is written after its letter goes first, three letters become one, r a hook. */
  @Test
  void putsLettersTogetherAsTheirScriptsWantIt() throws Exception {
    double letter = right("क");
    assertThat(right("कि")).isCloseTo(width("कि") - width("क") + letter, within(1.0));
    assertThat(width("क्ष")).isLessThan(width("क") + width("ष"));
    assertThat(width("र्क")).isEqualTo(width("क"));
    assertThat(width("น้ำ")).as("tone mark above").isEqualTo(width("นำ"));
  }

  @Test
  void partsDrawnWordsOverLinesWhereTheirLanguageDoes() throws Exception {
    String sentence = "ต้องการคนงานหญิงทำงานในโรงงาน";
    write("<p>" + sentence.repeat(40));

    assertThat(read().lines().filter(line -> line.contains("โรงงาน")).count()).isGreaterThan(3);
    assertThat(read().replaceAll("\\R", "")).contains(sentence.repeat(40));
  }

  /** Its fonts are too large to come with the program. */
  @Test
  void showsChineseWhereTheMachineHasItsSigns() throws Exception {
    Map<String, Integer> missing = write("<p>招聘女工，包吃包住");

    if (new DrawnScripts(Path.of("/usr/share/fonts")).of('招').isPresent()) {
      assertThat(missing).isEmpty();
      assertThat(read()).contains("招聘女工，包吃包住");
    } else {
      assertThat(missing).hasSize(1);
    }
    assertThat(new DrawnScripts(folder).of('招')).as("a machine without fonts").isEmpty();
    assertThat(new DrawnScripts(folder).of('ไ')).as("one that comes along").isPresent();
  }

  @Test
  void takesNoTextOfOthersForAWordOfItsOwn() throws Exception {
    write("<p>ไทย " + Character.toString(0xF0000) + Character.toString(0x10FFFD));

    assertThat(read()).contains("ไทย <U+F0000><U+10FFFD>");
  }

  @Test
  void breaksLongTextsOverLinesAndPages() throws Exception {
    write("<p>" + "word ".repeat(5_000) + "<p>" + "x".repeat(400) + "<p>end");

    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
    }
    assertThat(read().split("word", -1)).hasSize(5_001);
    assertThat(read()).contains("end");
  }

  @Test
  void isTheSameFileOfTheSameText() throws Exception {
    write("<p>same");
    byte[] first = Files.readAllBytes(out);
    write("<p>same");

    assertThat(out).hasBinaryContent(first);
  }

  @Test
  void asksForNothingAndRunsNothing() throws Exception {
    write(
        "<p>shown<script>hidden1</script><style>hidden2</style><img src='file:///etc/passwd'>"
            + "<iframe src='https://example.org'>hidden3</iframe>"
            + "<div>".repeat(3_000)
            + "deep");
    assertThat(read()).contains("shown", "[image]", "deep").doesNotContain("hidden");
  }

  private Map<String, Integer> write(String html) throws IOException {
    return new ArchivalPdf(Locale.ENGLISH, NOON, "[%d in %s]")
        .write(Jsoup.parse(html), "A title & more", out);
  }

  private String read() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private float width(String word) throws IOException {
    return drawn(word).advance();
  }

  private double right(String word) throws IOException {
    return drawn(word).outline().getBounds2D().getMaxX();
  }

  private DrawnWord drawn(String word) throws IOException {
    return new DrawnScripts(folder).of(word.codePointAt(0)).orElseThrow().draw(word);
  }

  private static String seen(String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      EmbeddedFont font = new EmbeddedFont(document);
      StringBuilder seen = new StringBuilder();
      new Paragraph(font, 10, List.of(new Inline(text, false)))
          .lines(1_000)
          .getFirst()
          .glyphs()
          .forEach(glyph -> seen.appendCodePoint(glyph.character()));
      return seen.toString();
    }
  }
}
