package org.vigie.capture.extract;

import java.util.regex.Pattern;

/** The page of a search that found nothing, told by the site's own words in many languages. */
final class EmptySearch {
  /** The site says what it found at once. */
  private static final int BEGINNING = 160;

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

  private EmptySearch() {}

  /**
   * Returns whether a page begins by saying that nothing was found.
   *
   * @param lower its text in small letters
   */
  static boolean tells(String lower) {
    return NOTHING.matcher(lower.substring(0, Math.min(lower.length(), BEGINNING))).find();
  }
}
