package org.vigie.capture.extract.post;

import java.util.regex.Pattern;

/** What somebody wrote in an e-mail, without what it quotes and what the list puts below it. */
public final class MailBody {
  private static final Pattern QUOTED = Pattern.compile("(?m)^[ \\t]{0,3}>.*$\\n?");

  /** {@code On Monday, Ann wrote:}, in the languages of the common programs. */
  private static final Pattern QUOTES =
      Pattern.compile(
          "(?m)^.{0,160}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef"
              + "|napisał\\(?a?\\)?|пишет|написал\\(?а?\\)?)\\s?:\\s*$\\n?(?=\\n?[ \\t]{0,3}(?:>|\\z))");

  /** What Google Groups appends, and what Mailman writes for what it left out. */
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?m)^(?:-- ?\\n)?(?![ \\t]{0,3}>)[^\\n]{0,80}(?:You received this message because you are subscribed"
              + "|An HTML attachment was scrubbed)[\\s\\S]*\\z");

  /** What other lists append: behind a ruler, and not much. */
  private static final Pattern RULED =
      Pattern.compile(
          "(?m)^(?:-- ?|_{20,80}|-{20,80})\\n[^\\n]{0,160}(?:mailing list|[Uu]nsubscribe)"
              + "(?:[^\\n]*\\n){0,12}[^\\n]*\\z");

  /** What Mailman puts before an attachment, in the languages it speaks. */
  private static final Pattern NEXT_PART =
      Pattern.compile(
          "(?msiu)^-{10,} (?:next part|nächster Teil|section suivante|próxima parte|parte successiva"
              + "|volgend deel|następna część|nästa del|neste del|næste del|следующая часть|další část"
              + "|seuraava osa) -{10,}$.*\\z");

  private MailBody() {}

  /** Returns what a message says of its own; the whole if nothing is left. */
  public static String own(String text) {
    String cut = NEXT_PART.matcher(text).replaceFirst("");
    cut = FOOTER.matcher(cut).replaceFirst("");
    cut = RULED.matcher(cut).replaceFirst("");
    cut = QUOTES.matcher(cut).replaceAll("");
    cut = QUOTED.matcher(cut).replaceAll("").strip();
    return cut.isEmpty() ? text.strip() : cut;
  }
}
