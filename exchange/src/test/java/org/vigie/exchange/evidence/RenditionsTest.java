package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.pdf.PdfValidator;
import org.vigie.exchange.picture.OfflineBrowser;
import org.vigie.exchange.picture.Pictures;

class RenditionsTest {
  @TempDir Path folder;
  private SigningKey key;
  private Path captures;

  @BeforeEach
  void prepare() throws Exception {
    key = SigningKey.make(folder.resolve("key.pem"));
    captures = Files.createDirectories(folder.resolve("captures"));
  }

  @Test
  void rendersAPageOfflineAndSaysThatItIsARendition() throws Exception {
    new EvidencePackage(captures, key, Locale.ENGLISH)
        .write(
            Dossiers.of(CapturedPage.in(captures), WithheldCaptures.nothing()),
            out(),
            (content, hash) -> {});

    Path page = out().resolve("data/renditions/page-1.pdf");
    assertThat(PdfValidator.problems(page)).isEmpty();
    assertThat(text(page))
        .contains("This is a rendition, not the page", "seven", "hxxps://example[.]org/jobs/7");
    assertThat(out().resolve("data/report.html")).content().contains("data/renditions/page-1.pdf");
    assertThat(out().resolve("data/renditions/page-2.pdf")).doesNotExist();
  }

  @Test
  void drawsAPageIfAskedToOrSaysWhyNot() throws Exception {
    Dossier dossier = Dossiers.of(CapturedPage.in(captures), WithheldCaptures.nothing());
    new EvidencePackage(
            captures, key, Locale.ENGLISH, List.of(), new Pictures(true, Optional.empty()))
        .write(dossier, out(), (content, hash) -> {});
    assertThat(out().resolve("data/report.html")).content().contains("No picture was made");

    assumeTrue(OfflineBrowser.find().isPresent(), "needs Chromium, unshare and, for root, setpriv");
    Path other = folder.resolve("other");
    new EvidencePackage(captures, key, Locale.ENGLISH, List.of(), Pictures.wanted())
        .write(dossier, other, (content, hash) -> {});
    assertThat(other.resolve("data/renditions/page-1.png")).isNotEmptyFile();
    assertThat(other.resolve("data/report.html"))
        .content()
        .contains("renditions/page-1.png: its top");
    assertThat(BagCheck.check(other, "").problems()).isEmpty();
  }

  @Test
  void aHostilePageCostsItsOwnRenditionAlone() throws Exception {
    Map<String, String> pages =
        Map.of(
            "<ul>" + "<li>".repeat(60_000),
            "more than 500 sheets",
            "<p>few<img alt='" + "x".repeat(400_000) + "'>",
            "more than 300,000 characters",
            "<li>".repeat(100_001),
            "100,000 tags",
            "<p>" + " ".repeat(5 << 20),
            "more than 4 MiB");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path out = folder.resolve("package-" + page.getKey().length());
      Path own = Files.createDirectories(folder.resolve("captures-" + page.getKey().length()));
      new EvidencePackage(own, key, Locale.ENGLISH)
          .write(
              Dossiers.of(CapturedPage.in(own, page.getKey()), WithheldCaptures.nothing()),
              out,
              (content, hash) -> {});
      assertThat(out.resolve("data/report.html")).content().contains(page.getValue());
      assertThat(out.resolve("data/renditions/page-1.pdf")).doesNotExist();
      assertThat(BagCheck.check(out, "").problems()).isEmpty();
    }
  }

  static String text(Path file) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private Path out() {
    return folder.resolve("package");
  }
}
