package org.vigie.exchange.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.picture.Pictures;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * Captured pages as anybody can look at them: their text and structure as PDF/A.
 *
 * <p>Nothing of a page is executed, and nothing that it names is fetched. So it isn't what a
 * visitor saw, and each rendition says so. If pictures are wanted, a browser without network draws
 * the same.
 */
final class Renditions {
  /** Some hundred pages of paper; a longer page is better read in its capture. */
  private static final int MOST_LETTERS = 300_000;

  private static final int MOST_BYTES = 4 << 20;

  /** A page that is read takes some hundred bytes and more in memory for each tag of three. */
  private static final int MOST_TAGS = 100_000;

  private static final int MOST_PAGES = 500;

  private final ReportWords words;
  private final ReportPdf pdf;
  private final Pictures pictures;

  Renditions(ReportWords words, ReportPdf pdf, Pictures pictures) {
    this.words = words;
    this.pdf = pdf;
    this.pictures = pictures;
  }

  /**
   * Puts renditions into a bag.
   *
   * @param slices names of the WARC files in the bag
   * @return labelled hash of a payload → what the report says of its rendition
   */
  Map<String, String> into(Bag bag, List<String> slices) throws IOException {
    Map<String, String> made = new TreeMap<>();
    for (String slice : slices) {
      try (WarcReader reader = WarcReader.open(bag.payload(slice))) {
        for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
          if (entry instanceof WarcEntry.Captured captured
              && !made.containsKey(captured.capture().payloadDigest())) {
            String said = add(bag, captured, slice, made.size() + 1);
            made.put(captured.capture().payloadDigest(), said);
          }
        }
      }
    }
    return made;
  }

  private String add(Bag bag, WarcEntry.Captured captured, String slice, int number)
      throws IOException {
    Capture capture = captured.capture();
    String type = capture.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    if (!type.contains("html")) {
      return words.say("rendition-kind");
    }
    if (isLarge(captured.payload())) {
      return words.say("rendition-large");
    }
    String name = "renditions/page-" + number + ".pdf";
    Path file = bag.payload(name);
    try {
      Document page =
          Jsoup.parse(new ByteArrayInputStream(captured.payload()), charset(type), capture.url());
      if (letters(page) > MOST_LETTERS) {
        return words.say("rendition-long");
      }
      pdf.write(
          shown(page, capture, slice).outerHtml(),
          words.say("rendition-title"),
          "data/" + slice,
          file,
          MOST_PAGES);
      return words.say("rendition-made", "data/" + name) + picture(bag, page, number);
    } catch (IOException | RuntimeException e) {
      // Pages are as hostile as their makers: one that can't be rendered must not stop the others.
      Files.deleteIfExists(file);
      return words.say("rendition-failed");
    }
  }

  private static boolean isLarge(byte[] payload) {
    if (payload.length > MOST_BYTES) {
      return true;
    }
    int tags = 0;
    for (byte each : payload) {
      tags += each == '<' ? 1 : 0;
    }
    return tags > MOST_TAGS;
  }

  private static long letters(Document page) {
    return page.body().wholeText().length()
        + page.body().select("[alt]").stream().mapToLong(each -> each.attr("alt").length()).sum();
  }

  private String picture(Bag bag, Document page, int number) throws IOException {
    if (!pictures.areWanted()) {
      return "";
    }
    if (pictures.browser().isEmpty()) {
      return " " + words.say("picture-impossible");
    }
    String name = "renditions/page-" + number + ".png";
    Path file = bag.payload(name);
    try {
      pictures.browser().get().draw(page, words.say("rendition-title"), file);
      return " " + words.say("picture-made", "data/" + name);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      return " " + words.say("picture-failed");
    }
  }

  private static @Nullable String charset(String type) {
    int at = type.indexOf("charset=");
    String name = at < 0 ? "" : type.substring(at + "charset=".length()).split("[;\\s]", 2)[0];
    name = name.replaceAll("[\"']", "");
    try {
      return !name.isEmpty() && Charset.isSupported(name) ? name : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  /** The page with what it is before it; what doesn't show itself is written out. */
  private Document shown(Document page, Capture capture, String slice) {
    page.outputSettings().prettyPrint(false);
    page.body()
        .traverse((node, depth) -> {
          if (node instanceof TextNode text) {
            text.text(safe(text.getWholeText()));
          }
        });
    page.body().select("[alt]").forEach(image -> image.attr("alt", safe(image.attr("alt"))));
    Element note = new Element("div");
    note.appendChild(new Element("h1").text(words.say("rendition-title")));
    note.appendChild(new Element("p").text(words.say("rendition-note")));
    note.appendChild(
        new Element("p")
            .text(
                words.say(
                    "rendition-of",
                    safe(capture.url()),
                    Words.minute(capture.fetchedAt()),
                    capture.payloadDigest(),
                    "data/" + slice)));
    note.appendChild(new Element("hr"));
    page.body().prependChild(note);
    return page;
  }

  private static String safe(String text) {
    return SafeText.block(Defanged.text(text));
  }
}
