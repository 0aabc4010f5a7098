package org.vigie.exchange.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jsoup.nodes.Document;

/**
 * A file of PDF/A-2u (ISO 19005-2) that shows the text and structure of some HTML. Nothing outside
 * is asked for: no picture, style, script or font.
 */
public final class ArchivalPdf {
  private static final String SRGB = "sRGB IEC61966-2.1";

  private static final String METADATA =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>U</pdfaid:conformance>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
      <xmp:CreateDate>%s</xmp:CreateDate>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """;

  private final Locale reader;
  private final Instant madeAt;
  private final String gap;

  /**
   * Makes a writer.
   *
   * @param reader the language of whoever reads
   * @param madeAt when, as the file says
   * @param gap what stands for letters that have no glyph: a format of how many, and their script
   */
  public ArchivalPdf(Locale reader, Instant madeAt, String gap) {
    this.reader = reader;
    this.madeAt = madeAt;
    this.gap = gap;
  }

  /**
   * Writes a file.
   *
   * @param html what it shows
   * @param title its name, in one line
   * @return how many characters of which script had no glyph
   */
  public Map<String, Integer> write(Document html, String title, Path out) throws IOException {
    return write(html, title, out, Integer.MAX_VALUE);
  }

  /**
   * Writes a file of at most some pages.
   *
   * @return how many characters of which script had no glyph
   * @throws IOException if it takes more pages
   */
  public Map<String, Integer> write(Document html, String title, Path out, int mostPages)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      EmbeddedFont font = new EmbeddedFont(document);
      ShownText shown = new ShownText(font, reader, gap);
      try (ArchivalPages pages = new ArchivalPages(document, font, shown.of(title), mostPages)) {
        new HtmlPages(pages, font, shown).add(html.body());
      }
      describe(document, title);
      // Otherwise the time of writing makes two files of the same text differ.
      document.setDocumentId(madeAt.getEpochSecond());
      document.save(out.toFile());
      return shown.missing();
    }
  }

  private void describe(PDDocument document, String title) throws IOException {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(reader.toLanguageTag());
    PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    made.setTimeInMillis(madeAt.getEpochSecond() * 1000);
    information.setCreationDate(made);
    document.setDocumentInformation(information);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(
        METADATA
            .formatted(escaped(title), Instant.ofEpochSecond(madeAt.getEpochSecond()))
            .getBytes(StandardCharsets.UTF_8));
    catalog.setMetadata(metadata);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    intent.setRegistryName("http://www.color.org");
    catalog.addOutputIntent(intent);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
