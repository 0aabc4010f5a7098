package org.vigie.capture.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.page.Extraction;

/** What sites show in place of a comment or a post that was taken down. */
final class RemovedText {
  private static final int MAX_CHARS = 80;

  private static final Pattern REMOVED =
      Pattern.compile(
          String.join(
              "|",
              "\\[(?:removed|deleted|eliminado|supprimé|gelöscht|удалено|usunięto|silindi)[^\\]]{0,40}\\]",
              "(?:this |the )?(?:message|comment|post|reply|tweet)s? (?:was |has been |is )?(?:deleted|removed)"
                  + "(?: by (?:the |its |a )?(?:user|author|poster|moderators?|admins?|owner))?",
              "(?:deleted|removed) (?:comment|message|post|by (?:user|author|moderators?))",
              "(?:comentario|mensaje|publicación) (?:eliminad|borrad)[oa](?: por .{1,30})?",
              "(?:commentaire|message) (?:a été )?supprimé(?: par .{1,30})?",
              "(?:kommentar|beitrag|nachricht) (?:wurde )?(?:vo[nm] .{1,30} )?(?:gelöscht|entfernt)",
              "(?:commento|messaggio) (?:è stato )?(?:eliminato|rimosso)(?: da.{1,30})?",
              "(?:comentário|mensagem) (?:foi )?(?:apagad|removid|excluíd)[oa](?: p.{1,30})?",
              "(?:komentarz|post|wiadomość) (?:został[ao]? )?usunięt[ya](?: przez .{1,30})?",
              "(?:комментарий|сообщение|пост|запись) (?:был[ао]? )?удал[её]н[ао]?(?: .{1,40})?",
              "(?:коментар|повідомлення|допис) (?:було )?видалено(?: .{1,40})?",
              "(?:bu )?(?:yorum|mesaj|gönderi) silin(?:di|miştir)",
              "(?:reactie|bericht) (?:is )?verwijderd(?: door .{1,30})?",
              "تم حذف (?:التعليق|الرسالة|المنشور)|该评论已被?删除|此(?:评论|消息)已被?删除|削除されました|삭제된 (?:댓글|메시지)입니다"));

  private RemovedText() {}

  /**
   * Returns whether an advert's text says no more than that; what tells how to reach somebody or
   * leads somewhere says more.
   */
  static boolean is(Advert advert) {
    if (ContactShape.isIn(advert.body()) || advert.fields().containsKey(MessengerLinks.FIELD)) {
      return false;
    }
    String text = advert.body().strip();
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return !bare.isEmpty()
        && bare.length() <= MAX_CHARS
        && REMOVED.matcher(bare.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Returns what was read without removed adverts, unless all are removed. One whose title no other
   * advert has stays: the title still says something.
   */
  static Extraction without(Extraction extraction) {
    Set<String> titles = new HashSet<>(Set.of(""));
    for (Advert advert : extraction.adverts()) {
      if (!is(advert)) {
        titles.add(advert.title());
      }
    }
    List<Advert> kept = new ArrayList<>();
    for (Advert advert : extraction.adverts()) {
      if (!is(advert) || titles.add(advert.title())) {
        kept.add(advert);
      }
    }
    return kept.isEmpty() || kept.size() == extraction.adverts().size()
        ? extraction
        : extraction.withAdverts(kept);
  }
}
