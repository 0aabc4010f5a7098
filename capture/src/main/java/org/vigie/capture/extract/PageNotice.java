package org.vigie.capture.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.TelephoneShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * What sites show in place of a page: that what stood there is gone, or that they bar who asks.
 * Told by its few words, of which some are those that such notices have; a page with a way to be
 * reached is none.
 */
final class PageNotice {
  /** An advert may be as short; what a notice says is shorter. */
  private static final int MAX_WORDS = 60;

  private static final int MAX_LOOKED_AT = 1_500;

  private static final Pattern CONTACT = Pattern.compile("@\\w|https?://|\\bwa\\.me/|\\bt\\.me/");

  private static final Pattern GONE =
      Pattern.compile(
          String.join(
              "|",
              "no longer (?:available|active|exists?|online)",
              "\\b(?:page|post|posting|listing|ad|advert|advertisement|item|job|offer|position|vacancy|content"
                  + "|video|topic|thread|account|profile)\\b[^\\n]{0,60} ?(?:has been|was|been)"
                  + " (?:deleted|removed|expired|unpublished)",
              "(?:posting|listing|job|ad|advert|offer|position) (?:has |is )?expired",
              "(?:page|posting|listing|content|video|topic|thread|record) (?:was |is |could )?not (?:be )?found",
              "couldn'?t find (?:the|that|this) page|error 404\\b|\\b404 (?:error|not found)",
              "nicht mehr (?:verfügbar|online|aktiv|vorhanden)|nicht gefunden",
              "wurde (?:gelöscht|deaktiviert)",
              "n.est plus (?:disponible|en ligne|active)|introuvable|a été supprimée?",
              "(?:offre|annonce) expirée",
              "ya no (?:está disponible|existe)|no se ha encontrado",
              "ha sido (?:eliminad|borrad)[oa]|anuncio caducado",
              "non è più (?:disponibile|attivo|online)|è stato (?:rimosso|eliminato)",
              "pagina non trovata",
              "não (?:está mais|existe mais|se encontra mais)|já não está disponível",
              "foi removid[oa]|página não encontrada",
              "niet (?:meer beschikbaar|gevonden)|is verwijderd",
              "nie jest już (?:dostępn|aktualn)|nie istnieje|zostało usunięte",
              "больше не (?:доступ|актуаль)",
              "(?:не найден|снят с публикации)[оаы]?(?!\\p{L})",
              "(?:объявление|страница|запись|анкета|пост|вакансия|профиль|сообщение) (?:была? |было )?"
                  + "(?:удален|удалён)[оаы]?(?!\\p{L})",
              "объявление (?:закрыто|снято)",
              "не знайден[оа]|більше не доступн|більше неактуальн",
              "nu mai (?:este|e) (?:disponibil|activ)|nije pronađen",
              "više nije (?:dostupan|aktivan)",
              "artık (?:yayında|mevcut) değil|yayından kaldırıl|bulunamadı|khong ton tai",
              "không tồn tại|đã bị (?:xóa|gỡ)",
              "غير موجود|لم يعد متاح|تم حذف|پیدا نشد|حذف شده|已删除|不存在|已被删除|削除され|存在しません|見つかりません",
              "삭제된|존재하지 않"));

  private static final Pattern BARRED =
      Pattern.compile(
          String.join(
              "|",
              "(?:request|access|ip address) (?:has been|have been|is|was) (?:temporarily )?(?:blocked|denied|restricted)",
              "you have been (?:temporarily )?(?:blocked|restricted)",
              "access denied|unusual traffic|verify (?:that )?you(?:.re| are) (?:a )?human",
              "are you (?:a )?(?:human|robot)",
              "(?:additional )?verification required|security verification",
              "checking your browser|just a moment(?:\\.\\.\\.|…)",
              "enable js\\b|enable javascript and cookies|disable any ad blocker",
              "please (?:enable|turn on) (?:js|javascript)",
              "you (?:don.t|do not) have (?:permission|access)",
              "content (?:is )?(?:unavailable|isn.t available)",
              "this (?:group|account|profile|channel) is private",
              "(?:solve|complete|pass) (?:the |a |this )?captcha|zugriff (?:verweigert|gesperrt)|sicherheitsprüfung",
              "accès (?:refusé|bloqué|restreint)|acceso (?:denegado|bloqueado)|accesso negato",
              "доступ (?:ограничен|запрещен|запрещён|закрыт)|проверка безопасности",
              "вы не робот|закрытое сообщество|закрытая группа|частная группа",
              "доступ обмежено|закрита група|安全验证|访问受限|网络不给力|アクセスが拒否|접근이 (?:차단|제한)",
              "erişim engellendi|güvenlik doğrulama"));

  private PageNotice() {}

  /** Returns which notice a page is, or null if it is none. */
  static @Nullable Unread of(Page page, String text) {
    if (page.blocks().words() > MAX_WORDS || TextBlock.words(text) > MAX_WORDS) {
      return null;
    }
    StringBuilder said = new StringBuilder();
    add(said, page.document().title());
    add(said, page.heading());
    page.blocks().blocks().forEach(block -> add(said, block.text()));
    add(said, text);
    String looked = said.toString();
    if (TelephoneShape.isIn(looked) || CONTACT.matcher(looked).find()) {
      return null;
    }
    String lower = looked.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (BARRED.matcher(lower).find()) {
      return Unread.BARRED;
    }
    return GONE.matcher(lower).find() ? Unread.GONE : null;
  }

  /** A word may be some MiB long. */
  private static void add(StringBuilder said, String text) {
    if (said.length() < MAX_LOOKED_AT) {
      said.append(text, 0, Math.min(text.length(), MAX_LOOKED_AT - said.length())).append('\n');
    }
  }
}
