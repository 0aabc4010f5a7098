package org.vigie.capture.extract.content;

import java.util.List;

/**
 * The titles under which a site tells its law below what a page is about, as {@link PlainWords}.
 * Terms and conditions are none: they may be those of the work.
 */
final class LegalTitles {
  static final List<String> ALL =
      List.of(
          " privacy policy ",
          " privacy notice ",
          " terms of use ",
          " terms of service ",
          " legal notice ",
          " cookie policy ",
          " datenschutz ",
          " datenschutzerklärung ",
          " datenschutzhinweise ",
          " nutzungsbedingungen ",
          " impressum ",
          " haftungsausschluss ",
          " politique de confidentialité ",
          " mentions légales ",
          " protection des données ",
          " política de privacidad ",
          " aviso legal ",
          " protección de datos ",
          " política de privacidade ",
          " informativa sulla privacy ",
          " informativa privacy ",
          " note legali ",
          " privacyverklaring ",
          " polityka prywatności ",
          " klauzula informacyjna ",
          " ochrana osobních údajů ",
          " ochrana osobných údajov ",
          " adatvédelmi tájékoztató ",
          " politica de confidențialitate ",
          " termeni și condiții ",
          " политика конфиденциальности ",
          " пользовательское соглашение ",
          " політика конфіденційності ",
          " политика за поверителност ",
          " pravila privatnosti ",
          " gizlilik politikası ",
          " سياسة الخصوصية ",
          " integritetspolicy ",
          " användarvillkor ",
          " personvernerklæring ",
          " privatlivspolitik ",
          " tietosuojaseloste ",
          " privaatsuspoliitika ",
          " privatumo politika ",
          " privātuma politika ",
          " πολιτική απορρήτου ",
          " kebijakan privasi ",
          " chính sách bảo mật ");

  private LegalTitles() {}
}
