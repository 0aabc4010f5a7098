package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The addresses in a browser's exported bookmarks.
 *
 * @param pages public web addresses, each once, in order
 * @param others how many others there are, such as of scripts and files
 */
public record Bookmarks(List<String> pages, int others) {
  /** The first line of such a file, in every browser. */
  static final String MARK = "NETSCAPE-Bookmark-file";

  private static final int START = 1_000;

  public Bookmarks {
    pages = List.copyOf(pages);
  }

  /** Returns whether bytes are such an export. */
  public static boolean is(byte[] bytes) {
    String text = Charsets.decode(bytes);
    return text.substring(0, Math.min(text.length(), START)).contains(MARK);
  }

  /**
   * Reads an export.
   *
   * @throws IOException if it is larger than exports are
   */
  public static Bookmarks read(byte[] bytes) throws IOException {
    if (bytes.length > FileKind.BOOKMARKS.maxBytes()) {
      throw new IOException(FileKind.BOOKMARKS.tooLarge(bytes.length));
    }
    Set<String> pages = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (Element link : Jsoup.parse(Charsets.decode(bytes)).select("a[href]")) {
      String address = link.attr("href").strip();
      String lower = address.toLowerCase(Locale.ROOT);
      if (lower.startsWith("http://") || lower.startsWith("https://")) {
        pages.add(address);
      } else {
        others.add(address);
      }
    }
    return new Bookmarks(List.copyOf(pages), others.size());
  }
}
