package org.vigie.lab.bench.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A classified-advert site of any number of pages, each of 25,000 bytes with 141 links.
 *
 * <p>Page {@code n} links to the 141 pages after {@code 141 n}, round the end: so every page can be
 * reached from page 0, a breadth-first crawl of {@code p} pages knows {@code min(pages, 141 p + 1)}
 * URLs, and no page lies deeper than a few links. A page depends on its number, the number of pages
 * and the seed alone; it is put together from parts made once, so that serving it costs little.
 */
final class AdvertSite {
  /** The links of a page; design.md's costs were measured on pages of this shape. */
  static final int LINKS = 141;

  /** The bytes of a page. */
  static final int PAGE_BYTES = 25_000;

  /** Different texts; more would only fill the server's memory. */
  private static final int TEXTS = 64;

  private static final int NAVIGATION = 21;
  private static final int CARDS = 80;

  private static final String[] PLACES = {
    "lyon", "lille", "nantes", "leipzig", "graz", "porto", "malaga", "gdansk", "cork", "leeds"
  };
  private static final String[] JOBS = {
    "hotel-staff",
    "kitchen-help",
    "harvest-work",
    "house-keeping",
    "warehouse-shift",
    "care-at-home"
  };
  private static final String[] WORDS =
      ("evening shift small hotel room staff wanted season contract wage paid weekly housing near "
              + "station kitchen help experience welcome start monday team friendly hours notice "
              + "training given uniform provided meals included apply by letter with references")
          .split(" ");

  private final int pages;
  private final List<byte[]> texts = new ArrayList<>(TEXTS);

  /**
   * @param pages number of pages, at least 1
   */
  AdvertSite(int pages, long seed) {
    if (pages < 1) {
      throw new IllegalArgumentException("a site must have at least 1 page, but had " + pages);
    }
    this.pages = pages;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      texts.add(prose(random).getBytes(UTF_8));
    }
  }

  int pages() {
    return pages;
  }

  /** Returns the path of a page; it ends in the page's number. */
  String path(int page) {
    return page == 0
        ? "/"
        : "/offers/"
            + PLACES[page % PLACES.length]
            + "/"
            + JOBS[page % JOBS.length]
            + "-"
            + page
            + ".html";
  }

  /** Returns the number of the page at a path, or -1 if there is none. */
  int pageAt(String path) {
    if (path.equals("/")) {
      return 0;
    }
    int dash = path.lastIndexOf('-');
    if (dash < 0 || !path.endsWith(".html") || path.length() - 5 - dash > 10) {
      return -1;
    }
    try {
      int page = Integer.parseInt(path, dash + 1, path.length() - 5, 10);
      return page > 0 && page < pages && path(page).equals(path) ? page : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Returns the number of the page that a link of a page leads to. */
  int target(int page, int link) {
    return (int) (((long) page * LINKS + 1 + link) % pages);
  }

  /** Returns a page's HTML. */
  byte[] html(int page) {
    byte[] head = beforeText(page).getBytes(UTF_8);
    byte[] tail = "</p></article></main></body></html>\n".getBytes(UTF_8);
    byte[] text = texts.get(page % TEXTS);
    byte[] html = new byte[PAGE_BYTES];
    System.arraycopy(head, 0, html, 0, head.length);
    System.arraycopy(text, 0, html, head.length, PAGE_BYTES - head.length - tail.length);
    System.arraycopy(tail, 0, html, PAGE_BYTES - tail.length, tail.length);
    return html;
  }

  /** The links come first: the text then fills the page up to its size. */
  private String beforeText(int page) {
    StringBuilder html = new StringBuilder(PAGE_BYTES);
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Offer ")
        .append(page)
        .append(
            " at adverts.example.org</title><meta name=\"description\" content=\"Invented offer ")
        .append(page)
        .append("\"><style>.card{margin:4px;padding:8px}.price{color:#333}</style></head><body>")
        .append("<header><nav><ul>");
    for (int link = 0; link < NAVIGATION; link++) {
      html.append("<li class=\"nav\"><a href=\"");
      appendLink(html, page, link).append("</a></li>");
    }
    html.append("</ul></nav></header><main><section class=\"list\">");
    for (int link = NAVIGATION; link < NAVIGATION + CARDS; link++) {
      html.append("<div class=\"card\"><h3><a class=\"title\" href=\"");
      appendLink(html, page, link).append("</a></h3><span class=\"price\">");
      html.append(9 + link % 7).append(" EUR</span></div>\n");
    }
    html.append("</section><aside><ul>");
    for (int link = NAVIGATION + CARDS; link < LINKS; link++) {
      html.append("<li><a rel=\"bookmark\" href=\"");
      appendLink(html, page, link).append("</a></li>");
    }
    html.append("</ul></aside><article><h1>Offer ").append(page).append("</h1><p>");
    return html.toString();
  }

  private StringBuilder appendLink(StringBuilder html, int page, int link) {
    int target = target(page, link);
    return html.append(path(target)).append("\">Offer ").append(target);
  }

  private static String prose(SplittableRandom random) {
    StringBuilder text = new StringBuilder(PAGE_BYTES);
    int words = 0;
    while (text.length() < PAGE_BYTES) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      words++;
      text.append(words % 60 == 0 ? ".</p>\n<p>" : words % 11 == 0 ? ", " : " ");
    }
    return text.toString();
  }
}
