package org.vigie.capture.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

/** Why a page that was fetched whole yields no advert though it may hold one. */
public enum Unread {
  /** It shows its text only once a script has run. */
  NEEDS_SCRIPT("the page shows its text only after a script has run"),
  /** It asks who is reading. */
  LOG_IN("the page asks for a log-in"),
  /** It asks for consent before it shows anything. */
  CONSENT_WALL("the page asks for consent before it shows its text"),
  /** It holds hardly a word. */
  EMPTY_SHELL("the page holds hardly a word"),
  /** It is JSON of a shape that no reader knows. */
  UNKNOWN_JSON("the answer is JSON in which no list of posts was found"),
  /** It is JSON that is broken, nested too deeply, or of too many values. */
  BROKEN_JSON("the answer is JSON that is broken, or more than is read of one"),
  /** It says that the site bars who asks, or wants a proof that a person does. */
  BARRED("the site shows who asks a bar or a puzzle in place of the page"),
  /** It says that what stood there is gone. */
  GONE("the page says that what it showed is gone"),
  /** It leads to other pages and says nothing itself, as listings do. */
  LINKS_ALONE("the page leads to others and has no text of its own");

  /** More words than that are what a page has to say. */
  private static final int FEW_WORDS = 120;

  /** Fewer words are none. */
  private static final int HARDLY = 8;

  /** Fewer links are no list, and those of a menu or a foot are none. */
  private static final int MIN_LINKS = 5;

  private static final Evaluator PASSWORD = Selector.evaluatorOf("input[type=password]");
  private static final Evaluator CONSENT_FORM =
      Selector.evaluatorOf("form[action*=//consent.], base[href*=//consent.]");
  private static final Evaluator ROOTS =
      Selector.evaluatorOf(
          "#root:empty, #app:empty, #__next:empty, #__nuxt:empty, #react-root, app-root:empty,"
              + " [data-reactroot]:empty, #main-app:empty, noscript");
  private static final Pattern CONSENT =
      Pattern.compile(
          "consent|cookie|cookies|einwillig|zustimm|consentement|consentimiento|согласи",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LOG_IN_WORDS =
      Pattern.compile(
          "\\b(log ?in|log into|sign in|sign up|connexion|se connecter|connectez|anmelden|einloggen|iniciar"
              + " sesi|acceder|zaloguj|войти|войдите|авториз|увійти|giriş)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What pages say that their script didn't run. */
  private static final Pattern NO_SCRIPT =
      Pattern.compile(
          "(?iu)javascript is (?:not available|disabled|required)|(?:enable|turn on|requires) javascript"
              + "|something went wrong.{0,40}(?:try|shot)|javascript (?:ist )?(?:deaktiviert|aktivieren)"
              + "|activer javascript|activ(?:a|e|ar) javascript|включите javascript");

  private static final List<String> LOG_IN_PATHS =
      List.of("/login", "/signin", "/sign-in", "/log-in", "/accounts/login", "/auth", "/connexion");

  private final String reason;

  Unread(String reason) {
    this.reason = reason;
  }

  /** Returns the name used in files and figures, such as {@code needs-script}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether nothing is lost: what the page leads to says it all. */
  public boolean isExpected() {
    return this == LINKS_ALONE || this == GONE;
  }

  /** Returns what is wrong, as a sentence without its end. */
  public String reason() {
    return reason;
  }

  /** Returns the reason that a label names. */
  public static Unread of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Returns the label of why a payload yields nothing, or empty if it plainly holds nothing. */
  static String label(Payload payload) {
    return switch (payload.form()) {
      case JSON -> ofAnswer(payload.json());
      case MARKUP -> ofMarkup(payload);
      case ADDRESSES, UNREADABLE -> "";
    };
  }

  /**
   * Returns whether what was taken for a page's one advert are the words with which a site asks for
   * a log-in or for consent.
   */
  static boolean isWall(Page page, Advert advert) {
    int words = TextBlock.words(advert.text());
    if (words >= FEW_WORDS
        || page.blocks().words() >= FEW_WORDS
        || ContactShape.isIn(page, advert.text())) {
      return false;
    }
    boolean logIn =
        page.document().selectFirst(PASSWORD) != null
            && words < HARDLY
            && LOG_IN_WORDS.matcher(advert.text()).find();
    return logIn
        || asksConsent(page)
        || isForLogIn(page)
        || NO_SCRIPT.matcher(advert.text()).find();
  }

  private static boolean isForLogIn(Page page) {
    String path = LinkResolver.path(page.capture().url()).toLowerCase(Locale.ROOT);
    return LOG_IN_PATHS.stream().anyMatch(known -> path.startsWith(known) && endsAt(path, known));
  }

  /** What lies below such a path, or is its script, is one too; "/authors" is none. */
  private static boolean endsAt(String path, String known) {
    return path.length() == known.length() || "/.;".indexOf(path.charAt(known.length())) >= 0;
  }

  private static boolean asksConsent(Page page) {
    return page.site().startsWith("consent.") || page.document().selectFirst(CONSENT_FORM) != null;
  }

  private static String ofAnswer(JsonNode json) {
    if (json.isMissingNode()) {
      return BROKEN_JSON.label();
    }
    Unread notice = AnswerNotice.of(json);
    return notice != null ? notice.label() : json.isEmpty() ? "" : UNKNOWN_JSON.label();
  }

  /** A page without a word may say in its data, or in a line, why it has none. */
  private static String ofMarkup(Payload payload) {
    Page page = payload.page();
    Element body = page.document().body();
    String text = body == null ? "" : body.text();
    if (TextBlock.words(text) < HARDLY) {
      Unread notice = PageNotice.of(text);
      for (JsonNode value : payload.state().values().values()) {
        notice = notice == null ? AnswerNotice.of(value) : notice;
      }
      if (notice != null) {
        return notice.label();
      }
    }
    return ofPage(page);
  }

  private static String ofPage(Page page) {
    Element body = page.document().body();
    String text = body == null ? "" : body.text();
    int words = TextBlock.words(text);
    boolean few = words < FEW_WORDS;
    boolean logIn = page.document().selectFirst(PASSWORD) != null || isForLogIn(page);
    if (few && logIn) {
      return LOG_IN.label();
    }
    if (few && (asksConsent(page) || CONSENT.matcher(text).find())) {
      return CONSENT_WALL.label();
    }
    boolean scripts = !page.index().allScripts().isEmpty();
    if (few && NO_SCRIPT.matcher(text).find()) {
      return NEEDS_SCRIPT.label();
    }
    if (few && scripts && (words < HARDLY || page.document().selectFirst(ROOTS) != null)) {
      return NEEDS_SCRIPT.label();
    }
    if (few && LOG_IN_WORDS.matcher(text).find()) {
      return LOG_IN.label();
    }
    boolean leads = words >= HARDLY || leadingLinks(page) >= MIN_LINKS;
    return (leads ? LINKS_ALONE : EMPTY_SHELL).label();
  }

  /** Returns how many links with words a page has outside of its menus, head and foot. */
  private static long leadingLinks(Page page) {
    return page.index().links().stream()
        .filter(link -> link.hasText() && link.closest("nav, header, footer, aside, menu") == null)
        .count();
  }
}
