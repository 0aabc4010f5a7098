package org.vigie.capture.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.MessengerLinks;
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

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?i)(?:reference|ray id|incident|request|support)(?: id| number| no)?:? ?#?[0-9a-f][0-9a-f.-]{5,60}"
              + "|\\b\\d{1,2}\\.[0-9a-f]{4,12}\\.\\d{10}\\.[0-9a-f]{4,12}\\b"
              + "|https?://errors?\\.[\\w./-]{3,100}|\"https?://[^\"\\s]{3,300}\"");

  private static final Pattern CONTACT = Pattern.compile("@\\w|https?://|\\bwa\\.me/|\\bt\\.me/");

  private static final Pattern GONE =
      Pattern.compile(
          String.join(
              "|",
              "no longer (?:available|active|exists?|online)|flagged for removal",
              "\\b(?:page|post|posting|listing|ad|advert|advertisement|item|job|offer|position|vacancy|content"
                  + "|video|topic|thread|account|profile)\\b[^\\n]{0,60} ?(?:has been|was|been)"
                  + " (?:deleted|removed|expired|unpublished)",
              "(?:posting|listing|job|ad|advert|offer|position) (?:has |is )?expired",
              "(?:page|post|posting|message|item|listing|content|video|topic|thread|record) (?:was |is |could )?not (?:be )?found",
              "has not archived (?:that|this)|no archived (?:version|copy)|not been archived",
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
              "غير موجود|لم يعد متاح|تم حذف|پیدا نشد|حذف شده|已删除|不存在|已被[^\\n]{0,8}删除|已被[^\\n]{0,8}刪除|削除され|存在しません|見つかりません",
              "삭제된|존재하지 않",
              "nebegalioja|neaktyvus|nerast(?:as|a)\\b|ištrint(?:as|a)\\b",
              "nav atrasts|vairs nav (?:aktīv|pieejam)|ei leitud|kustutatud",
              "ei löydy|ei ole enää|on poistettu|finns inte|är borttagen|inte längre tillgänglig",
              "findes ikke|er slettet|er fjernet|ikke længere tilgængelig|ikke lenger tilgjengelig",
              "neexistuje|byl[ao]? (?:smazán|odstraněn)|bol[ao]? (?:vymazan|odstránen)|nem található",
              "már nem (?:elérhető|aktív)|ne obstaja več|ni več (?:na voljo|aktiven)",
              "δεν βρέθηκε|έχει διαγραφεί|δεν είναι πλέον|вече не е (?:активн|налич)|беше изтрит",
              "منقضی شده|دیگر در دسترس نیست|انتهت صلاحية|لا يوجد إعلان|לא נמצא|המודעה הוסרה",
              "tidak ditemukan|tidak dijumpai|telah dihapus|sudah tidak tersedia|ไม่พบ|ถูกลบ",
              "(?:invite|invitation|link) (?:link )?(?:is|has been|was)? ?(?:revoked|expired|invalid)",
              "unknown invite|deleted by (?:the|its) (?:post )?author|(?:item|video) doesn't exist",
              "(?:can ?not|cannot) be displayed right now"));

  private static final Pattern BARRED =
      Pattern.compile(
          String.join(
              "|",
              "(?:request|access|ip address) (?:has been|have been|is|was) (?:temporarily )?(?:blocked|denied|restricted)",
              "you have been (?:temporarily )?(?:blocked|restricted)",
              "(?:account|community|group|profile|page|channel|user) (?:has been|is|was) (?:suspended|banned|blocked)",
              "(?:wurde|ist) gesperrt|a été (?:suspendu|bloqué|banni)e?|ha sido (?:suspendid|bloquead)[oa]",
              "заблокирован[оаы]? (?:за |по решению|на территории|администрац|в связи)|заблоковано (?:за|на)",
              "access denied|unusual traffic|verify (?:that )?you(?:.re| are) (?:a )?human",
              "are you (?:a )?(?:human|robot)",
              "(?:additional )?verification required|security verification",
              "checking your browser|just a moment(?:\\.\\.\\.|…)",
              "enable js\\b|enable javascript and cookies|disable any ad blocker",
              "please (?:enable|turn on) (?:js|javascript)",
              "you (?:don.t|do not) have (?:permission|access)",
              "content (?:is )?(?:unavailable|isn.t available)",
              "this (?:group|account|profile|channel) is private",
              "is a private (?:community|group|channel|account|profile)|only approved members",
              "ip-(?:bereich|adresse)[^\\n]{0,40}gesperrt|ungewöhnlich viele anfragen|too many requests",
              "(?:solve|complete|pass) (?:the |a |this )?captcha|zugriff (?:verweigert|gesperrt)|sicherheitsprüfung",
              "accès (?:refusé|bloqué|restreint)|acceso (?:denegado|bloqueado)|accesso negato",
              "доступ (?:ограничен|запрещен|запрещён|закрыт)|проверка безопасности",
              "вы не робот|закрытое сообщество|закрытая группа|частная группа",
              "доступ обмежено|закрита група|安全验证|访问受限|网络不给力|アクセスが拒否|접근이 (?:차단|제한)",
              "erişim engellendi|güvenlik doğrulama|olağan ?dışı (?:erişim|trafik|hareket)",
              "pardon our interruption|press (?:and|&) hold|basılı tut",
              "(?:you|might|may|could) (?:are|be) a (?:bot|robot)|(?:ser|être|essere) un (?:bot|robot)",
              "sie (?:kein|ein) (?:bot|roboter)|подозрительн(?:ый|ая) (?:трафик|активность)"));

  /** Sites that show their pages to members alone say so. */
  private static final Pattern LOG_IN =
      Pattern.compile(
          String.join(
              "|",
              "requires? (?:an )?authenticat|authentication (?:is )?required|not authenticated|login required",
              "must be (?:logged[- ]in|signed[- ]in|a member)|(?:log|sign) ?in to (?:view|see|read|check|continue)",
              "(?:for|to) (?:registered )?members only|members[- ]only (?:post|content|area)",
              "(?:create|open) an account or (?:log|sign) in|nur für (?:angemeldete|registrierte) (?:mitglieder|nutzer)",
              "réservée? aux (?:membres|abonnés)|sólo para (?:miembros|usuarios registrados)",
              "(?:bara|endast|kun|bare|alleen|vain|csak|doar|samo|jen|pouze|len) [^\\n]{0,12}"
                  + "(?:för medlemmar|for medlemmer|voor leden|jäsenille|tagoknak|pentru membri|za članove|pro členy|pre členov)",
              "(?:apenas|somente|só) para membros|yalnızca üyeler|للأعضاء فقط|برای اعضا",
              "solo per (?:membri|utenti registrati)|tylko dla (?:zalogowanych|zarejestrowanych)",
              "только для (?:зарегистрированных|участников|авторизованных)|лише для зареєстрованих",
              "(?:멤버|회원)만 (?:볼|읽을|조회)|会員限定|ログインが必要|登录后(?:查看|可见)|سجل الدخول (?:ل|كي)"));

  /** Part of a title that says nothing but that. */
  private static final Pattern LOG_IN_TITLE =
      Pattern.compile(
          "log ?in|sign ?in|sign up|log in or sign up|anmelden|einloggen|anmeldung|connexion"
              + "|se connecter|iniciar sesión|acceder|accedi|entrar|inloggen|logga in|log ind|log på|logg inn|logg på|belépés|bejelentkezés|autentificare|conectare"
              + "|prijava|kirjaudu|kirjaudu sisään|logi sisse|prisijungti|pieslēgties|σύνδεση|התחברות|ورود|masuk"
              + "|zaloguj się|logowanie|přihlášení|вход|войти|авторизация|увійти|giriş yap|giriş"
              + "|تسجيل الدخول|ログイン|로그인|登录|đăng nhập");

  private static final Pattern TITLE_SEPARATOR = Pattern.compile("\\s[|•·–—-]\\s");

  /** A longer heading has a subject of its own. */
  private static final int HEADING_WORDS = 12;

  private static final int TITLE_WORDS = 8;

  /** A page that explains at length why it bars who asks is no longer. */
  private static final int LONG_NOTICE = 130;

  private PageNotice() {}

  /** Returns which notice a page is, or null if it is none. */
  static @Nullable Unread of(Page page, String text) {
    Unread headed = ofHeading(page, text);
    if (headed != null || page.blocks().words() > MAX_WORDS || TextBlock.words(text) > MAX_WORDS) {
      return headed;
    }
    StringBuilder said = new StringBuilder();
    add(said, page.document().title());
    add(said, page.heading());
    page.blocks().blocks().forEach(block -> add(said, block.text()));
    add(said, text);
    Unread notice = of(said.toString());
    boolean reaches = notice != null && !MessengerLinks.of(page.document().body()).isEmpty();
    return reaches ? null : notice;
  }

  /**
   * Returns whether a page's title or heading says that what it showed is gone: what it lists is
   * beside it.
   */
  static boolean isInTitle(Page page) {
    String first = TITLE_SEPARATOR.split(page.document().title())[0];
    return isBriefly(first) || isBriefly(page.heading());
  }

  private static boolean isBriefly(String said) {
    return TextBlock.words(said) <= TITLE_WORDS && of(said) == Unread.GONE;
  }

  /** Returns which notice a text is, or null if it is none. */
  static @Nullable Unread of(String said) {
    String looked = unnumbered(said.substring(0, Math.min(said.length(), MAX_LOOKED_AT)));
    if (TelephoneShape.isIn(looked) || CONTACT.matcher(looked).find()) {
      return null;
    }
    String lower = looked.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (BARRED.matcher(lower).find()) {
      return Unread.BARRED;
    }
    if (GONE.matcher(lower).find()) {
      return Unread.GONE;
    }
    return LOG_IN.matcher(lower).find() ? Unread.LOG_IN : null;
  }

  /**
   * A site may show other adverts below its notice, or explain it at length: then its heading says
   * it, and its title does too, or it asks not to be found.
   */
  private static @Nullable Unread ofHeading(Page page, String text) {
    String title = page.document().title();
    boolean brief = TextBlock.words(text) <= LONG_NOTICE;
    if (!brief || TelephoneShape.isIn(unnumbered(text))) {
      return null;
    }
    for (String part : TITLE_SEPARATOR.split(title.toLowerCase(Locale.ROOT))) {
      if (LOG_IN_TITLE.matcher(part.strip()).matches()) {
        return Unread.LOG_IN;
      }
    }
    String heading = page.heading();
    boolean hidden = page.meta("robots").contains("noindex");
    if (heading.isEmpty() || TextBlock.words(heading) > HEADING_WORDS) {
      return null;
    }
    Unread said = of(heading);
    return said != null && (hidden || of(title) == said) ? said : null;
  }

  /** Who bars somebody says under which number, and at an address of its own what that means. */
  private static String unnumbered(String text) {
    return NUMBERS.matcher(text).replaceAll(" ");
  }

  /** A word may be some MiB long. */
  private static void add(StringBuilder said, String text) {
    if (said.length() < MAX_LOOKED_AT) {
      said.append(text, 0, Math.min(text.length(), MAX_LOOKED_AT - said.length())).append('\n');
    }
  }
}
