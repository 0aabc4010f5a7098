package org.vigie.capture.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * What a site shows before its pages, whichever is asked for: a question about cookies or about
 * one's age, told by the buttons that answer it; and the page of a search that found nothing.
 */
final class PageGate {
  private static final int MAX_WORDS = 120;

  /** The site says what it found at once. */
  private static final int BEGINNING = 160;

  private static final int MAX_ANSWER_WORDS = 12;
  private static final int MAX_BUTTONS = 200;

  private static final Evaluator BUTTONS =
      Selector.evaluatorOf("button, a[href], input[type=submit], input[type=button]");

  private static final Pattern COOKIES = Pattern.compile("\\b(?:cookies?|cookie-\\w+)\\b");

  /** No range of ages, as other adverts have it whose titles stand in links. */
  private static final Pattern AGE = Pattern.compile("(?<![\\d-])(?:18|21)(?![\\d-])");

  private static final Pattern NOTHING =
      Pattern.compile(
          String.join(
              "|",
              "(?<![\\d.,])0 (?:(?:new|active|matching|open) )?(?:results?|matches|listings|ads|jobs|rezultate|résultats?|annonces"
                  + "|offres|resultados?|anuncios|anúncios|ofertas|vagas|risultati|annunci|offerte|ergebnisse|treffer"
                  + "|anzeigen|wyników|ogłoszeń|ofert|результат\\w*|объявлени\\w*|вакансий|оголошень|sonuç|ilan|resultaten"
                  + "|advertenties|vacatures|resultat|træff|annonser|tulosta|találat|výsledků|inzerátů|نتائج|نتيجة)(?!\\p{L})",
              "no (?:results|ads|listings|jobs|posts|matches|offers)(?: were| was)? found|nothing (?:was )?found",
              "(?:no|did not match any) results (?:for|match)|keine (?:treffer|ergebnisse|anzeigen)",
              "aucune? (?:résultat|annonce|offre)|sin resultados|no (?:se encontraron|hay) (?:resultados|anuncios)",
              "nessun (?:risultato|annuncio)|nenhum (?:resultado|anúncio)|nenhuma vaga|brak (?:wyników|ogłoszeń|ofert)",
              "ничего не (?:найдено|нашлось)|нічого не знайдено|nu am găsit niciun|niciun rezultat",
              "sonuç (?:bulunamadı|yok)|لا توجد نتائج|geen (?:resultaten|advertenties|vacatures)|nincs találat"));

  private PageGate() {}

  /**
   * Returns why a page has no advert, or null if it may have one: a page that tells how to reach
   * somebody always may.
   */
  static @Nullable Unread of(Page page, String text) {
    int words = Math.max(TextBlock.words(text), page.blocks().words());
    if (words > MAX_WORDS || reachesSomebody(page, text)) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (NOTHING.matcher(lower.substring(0, Math.min(lower.length(), BEGINNING))).find()) {
      return Unread.LINKS_ALONE;
    }
    if (asksAge(page, lower)) {
      return Unread.BARRED;
    }
    boolean cookies =
        COOKIES.matcher(page.heading().toLowerCase(Locale.ROOT)).find()
            && COOKIES.matcher(lower).find()
            && page.document().selectFirst(BUTTONS) != null;
    return cookies ? Unread.CONSENT_WALL : null;
  }

  private static boolean reachesSomebody(Page page, String text) {
    return ContactShape.isIn(text) || !MessengerLinks.of(page.document().body()).isEmpty();
  }

  /** Who asks how old somebody is has a button for it; an advert that asks has none. */
  private static boolean asksAge(Page page, String lower) {
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
