package org.vigie.capture.extract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * A short page in place of adverts that reaches nobody: a question about cookies or about one's
 * age, told by the buttons that answer it, or what {@link EmptySearch} tells.
 */
final class ConsentPage {
  private static final int MAX_WORDS = 120;

  private static final int MAX_ANSWER_WORDS = 12;
  private static final int MAX_BUTTONS = 200;

  private static final Evaluator BUTTONS =
      Selector.evaluatorOf("button, a[href], input[type=submit], input[type=button]");

  private static final Pattern COOKIES = Pattern.compile("\\b(?:cookies?|cookie-\\w+)\\b");

  /** Cookies, as people call them elsewhere. */
  private static final Pattern TRACES =
      Pattern.compile(
          "cookie|(?<!\\p{L})(?:kakor(?!\\p{L})|informasjonskapsl|çerez|куки(?!\\p{L})|файлы? cookie|кукі|süti(?!\\p{L})"
              + "|sütik|kolačić|колачић|evästei|evästeet|küpsis|slapuk|sīkdat|piškotk|galet[ae]s? de|fursain|fótspor)"
              + "|ملفات تعريف الارتباط|עוגיות|کوکی|คุกกี้|쿠키|クッキー");

  /** What the heading of a question about them speaks of. */
  private static final Pattern PRIVACY =
      Pattern.compile(
          "privacy|integritet|datenschutz|privatsphäre|vie privée|données|privacidad|privacidade|prywatno|soukromí|súkromi"
              + "|конфиденциальн|конфіденц|приватност|личн\\p{L}{1,3} данн|gizlilik|confidențial|adatvéd|privatnost|zasebnost"
              + "|yksityisy|tietosuoja|personvern|privatliv|خصوصي|פרטיות|حریم خصوصی|consenso|consentement|consent(?!\\p{L})|samtyck|samtykke|toestemming"
              + "|zustimm|einwillig|zgod[aęy]|souhlas|súhlas|consimț|соглас|згод[аиу]|nõusolek|sutikim|piekriš|suostum");

  private static final Evaluator HEADINGS = Selector.evaluatorOf("h1, h2, h3");

  /** No range of ages, as other adverts have it whose titles stand in links. */
  private static final Pattern AGE = Pattern.compile("(?<![\\d-])(?:18|21)(?![\\d-])");

  /** Who may come in, where no number is named. */
  private static final Pattern ADULTS =
      Pattern.compile(
          "adults only|for adults\\b|personnes majeures|public adulte|réservée? aux (?:majeurs|adultes)|mayores de edad"
              + "|sólo (?:para )?adultos|solo (?:per )?(?:adulti|maggiorenni)|maggiorenni|volljährig|maiores de idade"
              + "|dla dorosłych|osób pełnoletnich|совершеннолетн|для взрослых|повнолітн|meerderjarig|pentru adulți"
              + "|za punoletn|plnoletí|felnőtteknek");

  /** An advert that says so says more. */
  private static final int MAX_GATE_WORDS = 60;

  private ConsentPage() {}

  /**
   * Returns why a page has no advert, or null if it may have one: a page that tells how to reach
   * somebody always may.
   */
  static @Nullable Unread of(Page page, String text) {
    int words = Math.max(TextBlock.words(text), page.blocks().words());
    if (words > MAX_WORDS || ContactShape.isIn(page, text)) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (EmptySearch.tells(lower)) {
      return Unread.LINKS_ALONE;
    }
    if (asksAge(page, lower)) {
      return Unread.BARRED;
    }
    boolean cookies =
        COOKIES.matcher(page.heading().toLowerCase(Locale.ROOT)).find()
            && COOKIES.matcher(lower).find()
            && page.document().selectFirst(BUTTONS) != null;
    return cookies || asksConsent(page, lower) ? Unread.CONSENT_WALL : null;
  }

  /** The only heading speaks of privacy, the text of cookies, and a button answers. */
  private static boolean asksConsent(Page page, String lower) {
    List<Element> headings = page.document().select(HEADINGS);
    return headings.size() == 1
        && PRIVACY.matcher(headings.getFirst().text().toLowerCase(Locale.ROOT)).find()
        && TRACES.matcher(lower).find()
        && page.document().selectFirst(BUTTONS) != null;
  }

  /** Who asks how old somebody is has a button for it; an advert that asks has none. */
  private static boolean asksAge(Page page, String lower) {
    boolean answered = page.document().selectFirst(BUTTONS) != null;
    if (answered && ADULTS.matcher(lower).find() && TextBlock.words(lower) <= MAX_GATE_WORDS) {
      return true;
    }
    if (!AGE.matcher(lower).find()) {
      return false;
    }
    int seen = 0;
    for (Element button : page.document().select(BUTTONS)) {
      String said = button.hasText() ? button.text() : button.attr("value");
      if (++seen > MAX_BUTTONS) {
        return false;
      }
      int words = TextBlock.words(said);
      if (words > 2 && words <= MAX_ANSWER_WORDS && AGE.matcher(said).find()) {
        return true;
      }
    }
    return false;
  }
}
