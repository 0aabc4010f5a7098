package org.vigie.capture.extract.content;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/**
 * When the page of one advert shows that it was posted: in an element that is called so, else in
 * full in a brief line that is no part of the advert's text.
 */
public final class PostedTime {
  /**
   * A time that a page shows.
   *
   * @param at when the advert was posted
   * @param said the words that it was reckoned from, or empty
   */
  public record Told(Instant at, String said) {}

  private static final List<String> EXACT = List.of("data-utime", "data-timestamp", "datetime");
  private static final List<String> SHOWN = List.of("content", "title");

  /** What else happens on a day: who came, what ends, who was there. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?iu)member|since|joined|kayıt|membru|regist|account|seit|depuis|inscrit|desde|miembro|iscritt|lid sinds|zarejestr|na olx"
              + "|на сайте|регистр|зареєстр|since|üye|hesap|عضو|until|expir|deadline|valid|clos(?:es|ing)|bis zum|ablauf"
              + "|jusqu|hasta|caduc|fino al|scad|až do|do dnia|ważn|до \\d|online|онлайн|last seen|start|begin|from "
              + "|availab|dispo|frei ab|verfügbar|libre|born|geb\\.|geboren|née? |policy|privacy|version|event|updated");

  /** A line that begins so tells when, be it by how long ago. */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?iu)^(?:posted|published|listed on|publi(?:é|ée|cado|cada|cat|kuje)|mise? en ligne|déposée? |veröffentlicht"
              + "|eingestellt|inserit[oa]|pubblicat[oa]|geplaatst|dodan[oe]|opublikowan[oe]|размещен|размещён|опубликован"
              + "|опубліковано|розміщено|публикувано|inlag[dt]|publicerad|lagt ut|oprettet|julkaistu|lisätty|feladva|postat"
              + "|adăugat|objavljeno|vloženo|yayınlan|ilan tarihi|تاريخ النشر|نشرت?|发布|發佈|刊登|掲載|등록일|đăng|ngày đăng"
              + "|dipasang|diterbitkan|ประกาศเมื่อ|लिस्ट|প্রকাশ)");

  private static final int MAX_SEEN = 20_000;
  private static final int MAX_LINES = 400;
  private static final int MAX_CHARS = 60;
  private static final int MAX_WORDS = 8;
  private static final int MAX_LINE = 200;

  /** The title, and what stands right below it. */
  private static final int MAX_HEAD = 2;

  private static final Pattern PARTED = Pattern.compile("\\s[·•|]\\s");

  /** Where more elements say different things, they speak of different adverts. */
  private static final int MAX_VALUES = 2;

  private static final int MAX_TIMES = 200;

  /** Clocks differ by zone. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final ElementWords words = new ElementWords();
  private final PartNames names = new PartNames();
  private final Set<Told> named = new LinkedHashSet<>();
  private final Set<Told> lines = new LinkedHashSet<>();
  private final ShownDates dates;
  private final Instant latest;
  private final String text;
  private final String head;
  private int seen;
  private int looked;
  private int timed;

  private PostedTime(Page page, String text) {
    dates = ShownDates.on(page, List.of());
    latest = page.capture().fetchedAt().plus(AHEAD);
    this.text = text;
    head = text.lines().limit(MAX_HEAD).collect(Collectors.joining("\n"));
  }

  /**
   * Returns when a page shows that its advert was posted, or null if it doesn't.
   *
   * @param text the advert's, with its title: days in it are others but for those below the title
   */
  public static @Nullable Told of(Page page, String text) {
    PostedTime posted = new PostedTime(page, text);
    NodeTraversor.filter((node, depth) -> posted.visit(node), page.document().body());
    Told told = one(posted.named, MAX_VALUES);
    return told == null && posted.named.isEmpty() ? one(posted.lines, 1) : told;
  }

  /** Returns whether a line tells the day of something else. */
  public static boolean isOther(String line) {
    return OTHER.matcher(line).find();
  }

  private static @Nullable Told one(Set<Told> times, int most) {
    long different = times.stream().map(Told::at).distinct().count();
    return times.isEmpty() || different > most ? null : times.iterator().next();
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (LabelledParts.isBeside(element, words.of(element, LabelledParts.LABEL))) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    boolean time =
        names.of(element) == PartNames.Role.TIME
            || element.attr(LabelledParts.LABEL).toLowerCase(Locale.ROOT).contains("date");
    if (time) {
      if (++timed <= MAX_TIMES) {
        add(named, declared(element));
      }
      return NodeFilter.FilterResult.CONTINUE;
    }
    String own = LabelledParts.shortOwnText(element);
    if (!own.isEmpty() && ++looked <= MAX_LINES) {
      boolean posted = POSTED.matcher(own).find();
      add(posted ? named : lines, posted ? shown(LabelledParts.shortText(element)) : inFull(own));
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private void add(Set<Told> times, @Nullable Told time) {
    if (time != null && time.at().isBefore(latest)) {
      times.add(time);
    }
  }

  private @Nullable Told declared(Element element) {
    for (String name : EXACT) {
      String value = element.attr(name);
      Instant told = value.matches("\\d{10}|\\d{13}") ? Times.ofUnix(value) : Times.parse(value);
      if (told != null) {
        return new Told(told, "");
      }
    }
    for (String name : SHOWN) {
      String value = element.attr(name);
      Instant exact = Times.parse(value);
      Told told = exact == null && !value.isEmpty() ? shown(value) : null;
      if (exact != null || told != null) {
        return exact == null ? told : new Told(exact, "");
      }
    }
    return shown(LabelledParts.shortText(element));
  }

  private @Nullable Told shown(String line) {
    for (String part : line.length() > MAX_LINE ? new String[0] : PARTED.split(line)) {
      boolean brief = part.length() <= MAX_CHARS && TextBlock.words(part) <= MAX_WORDS;
      boolean told = brief && !isOther(part) && (!text.contains(part) || head.contains(part));
      Instant at = told ? dates.find(part) : null;
      if (at != null) {
        return new Told(at, dates.reckoned(part));
      }
    }
    return null;
  }

  /** A line that nothing calls a time tells one only in full: others say what is so today. */
  private @Nullable Told inFull(String line) {
    Told told = shown(line);
    return told == null || told.said().isEmpty() ? told : null;
  }
}
