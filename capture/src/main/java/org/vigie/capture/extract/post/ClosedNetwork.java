package org.vigie.capture.extract.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.ContactType;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;

/**
 * The public face of a place that one must join to read: invitations to chats, closed groups, pages
 * of accounts. Its title is taken with the contact that it is, nothing else, and no link of it is
 * followed. A channel that anybody may read without joining says what it is, too.
 */
public final class ClosedNetwork implements ChannelReader {
  /** What a contact stands under in an advert's fields, as {@code Contact.key} writes it. */
  static final String CONTACT = "contact";

  private static final Set<String> TELEGRAM = Set.of("t.me", "telegram.me", "telegram.dog");

  /** Hosts all of whose pages, or those below some paths, are such previews. */
  private static final Map<String, List<String>> PREVIEWS =
      Map.ofEntries(
          Map.entry("chat.whatsapp.com", List.of("/")),
          Map.entry("whatsapp.com", List.of("/channel/")),
          Map.entry("wa.me", List.of("/")),
          Map.entry("discord.gg", List.of("/")),
          Map.entry("discord.com", List.of("/invite/")),
          Map.entry("signal.group", List.of("/")),
          Map.entry("invite.viber.com", List.of("/")),
          Map.entry("chats.viber.com", List.of("/")),
          Map.entry("zalo.me", List.of("/g/")),
          Map.entry("line.me", List.of("/R/ti/", "/ti/")),
          Map.entry("facebook.com", List.of("/groups/")),
          Map.entry("m.facebook.com", List.of("/groups/")),
          Map.entry("m.me", List.of("/")),
          Map.entry("vk.me", List.of("/")),
          Map.entry("join.slack.com", List.of("/")),
          Map.entry("join.skype.com", List.of("/")));

  /** Paths of channels that are open to all. */
  private static final Map<String, String> OPEN =
      Map.of("whatsapp.com", "/channel/", "chats.viber.com", "/");

  /** A channel's name and the number of one of its posts: what it says can be read. */
  private static final Pattern POST = Pattern.compile("/\\w{4,32}/\\d{1,9}/?");

  /** Telegram links to a channel's messages where anybody may read them. */
  private static final Evaluator READABLE =
      Selector.evaluatorOf("a.tgme_page_context_link[href^=/s/]");

  @Override
  public String name() {
    return "link-preview";
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    Page page = payload.page();
    if (payload.form() != PayloadForm.MARKUP || !isPreview(payload)) {
      return null;
    }
    InvitationText invitation = InvitationText.of(page);
    String title = invitation.title();
    return title.isBlank()
        ? Extraction.nothing().unread(invitation.isRevoked() ? "gone" : "empty-shell")
        : new Extraction(List.of(advert(page, invitation)), List.of(), "");
  }

  private static boolean isPreview(Payload payload) {
    return isPreview(payload.capture().url()) || isInvitation(payload);
  }

  /** Returns whether an address alone tells that its page is one. */
  public static boolean isPreview(String url) {
    String host = site(url);
    String path = LinkResolver.path(url);
    boolean listed =
        (path.length() > 1 || url.contains("/?g2=") || host.equals("signal.group"))
            && PREVIEWS.getOrDefault(host, List.of()).stream().anyMatch(path::startsWith);
    boolean telegram =
        TELEGRAM.contains(host)
            && path.length() > 1
            && !path.startsWith("/s/")
            && !POST.matcher(path).matches();
    return listed || telegram;
  }

  private static boolean isInvitation(Payload payload) {
    boolean post = POST.matcher(LinkResolver.path(payload.capture().url())).matches();
    return !post
        && (payload.marks().has("tgme_page_action")
            || payload.marks().has("tgme_action_button_new"));
  }

  private static Advert advert(Page page, InvitationText invitation) {
    return page.advert(Channel.LINK_PREVIEW, null)
        .title(invitation.title())
        .body(isOpen(page) ? invitation.description() : "")
        .field(CONTACT, contact(page))
        .build();
  }

  private static boolean isOpen(Page page) {
    String url = page.capture().url();
    if (TELEGRAM.contains(page.site()) && page.document().selectFirst(READABLE) != null) {
      return true;
    }
    String start = OPEN.get(site(url));
    return start != null && LinkResolver.path(url).startsWith(start);
  }

  private static String site(String url) {
    String site = Page.host(url);
    return site.startsWith("www.") ? site.substring("www.".length()) : site;
  }

  /** A public name on Telegram is a handle; an invitation is an address and no more. */
  private static String contact(Page page) {
    String url = page.capture().url();
    String path = LinkResolver.path(url);
    String name = path.substring(1);
    if (TELEGRAM.contains(page.site()) && isName(name)) {
      return ContactType.HANDLE.label() + ":telegram:" + name.toLowerCase(Locale.ROOT);
    }
    return ContactType.URL.label() + ":" + url;
  }

  /** Telegram's names have 4 to 32 letters, digits and underscores; {@code joinchat/…} has more. */
  private static boolean isName(String name) {
    return name.length() >= 4
        && name.length() <= 32
        && name.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_');
  }
}
