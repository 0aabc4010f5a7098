package org.vigie.capture.extract.post;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.content.TelephoneShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * What the page of an invitation shows of the place that it leads to, without what its service says
 * to everybody.
 *
 * @param title the place's name, empty if the page doesn't tell it
 * @param description what the place says of itself, or empty
 */
record InvitationText(String title, String description, String site) {
  /** Services speak in their own names, places seldom: names of services and of their hosts. */
  private static final List<String> SERVICES =
      List.of(
          "whatsapp",
          "discord",
          "viber",
          "telegram",
          "signal",
          "line",
          "zalo",
          "facebook",
          "slack",
          "skype",
          "vk");

  private static final Evaluator TITLE = Selector.evaluatorOf(".tgme_page_title");
  private static final Evaluator DESCRIPTION = Selector.evaluatorOf(".tgme_page_description");
  private static final Evaluator TELEGRAM = Selector.evaluatorOf(".tgme_page");

  /** {@code NAME | WhatsApp Channel}, in any language. */
  private static final Pattern SERVICE_BEHIND = Pattern.compile("\\s[|•]\\s[^|•]{0,60}$");

  /** What a service calls the page of a group that it says nothing of. */
  private static final Pattern OWN_PHRASE =
      Pattern.compile(
          "(?i)(?:whatsapp group invite|signal messenger group link|signal group|join group chat"
              + "|telegram: join group chat|line openchat|discord|viber community|facebook|messenger|vk|slack|skype)");

  private static final Pattern DISCORD = Pattern.compile("^Join the (.{1,120}) Discord Server!?$");

  /** {@code | 1284 members}, {@code 1,2K follower}. */
  private static final Pattern MEMBERS =
      Pattern.compile(
          "(?:[|•·]\\s{0,3}|(?<=[.!?]\\s)|^)[\\d.,\\u00a0 ]{1,12}\\s?(?:[KkMm]|mil|mln|тыс\\.?|млн)?\\s?\\p{L}{3,24}$");

  /** {@code Channel • 3.1K followers • }, in any language. */
  private static final Pattern KIND =
      Pattern.compile("^\\p{L}{3,20} • [\\d.,\\u00a0 ]{1,12}\\s?\\p{L}{0,4}\\.? \\p{L}{3,24} • ");

  /** Where more have joined, services write so many thousands. */
  private static final int MEMBERS_DIGITS = 6;

  /** "WhatsApp Channel" stands behind a name. */
  private static final int MAX_SERVICE = 40;

  /** Longer texts are not a service's phrase. */
  private static final int PHRASE_WORDS = 25;

  private static final Pattern CONTACT = Pattern.compile("[@+]\\w|https?:|\\w\\.\\w{2,}/");

  /** WhatsApp names each group that can still be joined. */
  boolean isRevoked() {
    return title.isEmpty() && site.equals("chat.whatsapp.com");
  }

  static InvitationText of(Page page) {
    String title = title(page);
    String description = title.isEmpty() ? "" : description(page, title);
    return new InvitationText(title, description, page.site());
  }

  /** Telegram shows no name where there is none, and says "Join group chat" in its place. */
  private static String title(Page page) {
    Element named = page.document().selectFirst(TITLE);
    if (named != null) {
      return named.text();
    }
    if (page.document().selectFirst(TELEGRAM) != null) {
      return "";
    }
    String declared = page.meta("og:title");
    String title = declared.isBlank() ? page.document().title() : declared;
    var discord = DISCORD.matcher(title);
    if (discord.matches()) {
      return discord.group(1);
    }
    if (OWN_PHRASE.matcher(title.strip()).matches() || isOwnSlogan(page, title)) {
      return "";
    }
    var behind = SERVICE_BEHIND.matcher(title);
    return behind.find() && namesService(page, behind.group())
        ? title.substring(0, behind.start())
        : title;
  }

  /** What a service says of itself where an invitation leads nowhere: {@code Service - Slogan}. */
  private static boolean isOwnSlogan(Page page, String title) {
    String service = page.meta("og:site_name");
    return !service.isBlank()
        && namesService(page, service)
        && title.matches("(?s)" + Pattern.quote(service) + " [-–—|:] .*");
  }

  private static String description(Page page, String title) {
    Element shown = page.document().selectFirst(DESCRIPTION);
    if (shown != null) {
      return own(page, title, page.text(shown));
    }
    String declared = own(page, title, page.meta("og:description"));
    return declared.isEmpty()
        ? own(page, title, KIND.matcher(page.meta("description")).replaceFirst(""))
        : declared;
  }

  private static String own(Page page, String title, String text) {
    int named = text.indexOf(title + ". ");
    boolean behind = named >= 0 && namesService(page, text.substring(0, named));
    int end = text.indexOf(". ");
    boolean before =
        text.startsWith(title + " ")
            && end > title.length()
            && end < title.length() + MAX_SERVICE
            && namesService(page, text.substring(title.length(), end));
    int start = behind ? named + title.length() + 2 : before ? end + 2 : 0;
    String own = text.substring(start);
    own = withoutMembers(own.strip());
    boolean phrase =
        namesService(page, own)
            && TextBlock.words(own) <= PHRASE_WORDS
            && !CONTACT.matcher(own).find()
            && !TelephoneShape.isIn(own);
    return phrase || own.equals(title) ? "" : own;
  }

  /** A number of more digits is a telephone's. */
  private static String withoutMembers(String text) {
    Matcher members = MEMBERS.matcher(text);
    boolean count =
        members.find()
            && members.group().chars().filter(Character::isDigit).count() <= MEMBERS_DIGITS;
    return count ? text.substring(0, members.start()).strip() : text;
  }

  /** Returns whether a text has the name of the service that the page is of. */
  private static boolean namesService(Page page, String text) {
    String site = (page.site() + " " + page.meta("og:site_name")).toLowerCase(Locale.ROOT);
    boolean telegram = site.startsWith("t.me") || site.startsWith("telegram");
    String lower = text.toLowerCase(Locale.ROOT);
    return SERVICES.stream()
        .anyMatch(name ->
            lower.contains(name) && (site.contains(name) || (telegram && name.equals("telegram"))));
  }
}
