package org.vigie.casework.seeds;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.advert.Contact;
import org.vigie.capture.extract.post.ClosedNetwork;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;

/**
 * What of an advert's contacts is a public place: the preview of a channel on Telegram, or a site.
 *
 * <p>Invitations, closed groups, accounts and platforms of everybody's are none: what must be
 * joined isn't read, and a platform as a whole is no lead.
 */
final class PublicPlace {
  private static final String TELEGRAM = "telegram:";

  /** Names of channels: five letters, digits and underscores at least, as Telegram has them. */
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_]{4,31}");

  /** The address of a channel's message; a person's has no number, a nameless group's a "c". */
  private static final Pattern POST =
      Pattern.compile("https?://t\\.me/(?:s/)?(\\w{5,32})/\\d+/?(?:\\?.*)?");

  private PublicPlace() {}

  /**
   * Returns where a crawl of a contact's place would start; nothing if it isn't public.
   *
   * @param ownSite the site of the advert that names it: that one is known already
   */
  static Optional<ProposedSeed.Address> of(Contact contact, String ownSite) {
    return switch (contact.type()) {
      case HANDLE -> ofHandle(contact.value());
      case URL -> ofUrl(contact.value(), ownSite);
      default -> Optional.empty();
    };
  }

  /**
   * Returns where a crawl of the channel would start from which a message was forwarded; nothing
   * for a group or a person.
   *
   * @param link the address of the message there, or empty
   */
  static Optional<ProposedSeed.Address> ofForwarded(String link) {
    Matcher post = POST.matcher(link);
    return post.matches() ? ofChannel(post.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static Optional<ProposedSeed.Address> ofHandle(String value) {
    return ofChannel(value.startsWith(TELEGRAM) ? value.substring(TELEGRAM.length()) : "");
  }

  private static Optional<ProposedSeed.Address> ofChannel(String name) {
    boolean program = name.endsWith("bot");
    return CHANNEL.matcher(name).matches() && !program
        ? address("https://t.me/s/" + name, Seed.Reach.PATH, "telegram")
        : Optional.empty();
  }

  private static Optional<ProposedSeed.Address> ofUrl(String value, String ownSite) {
    URI uri;
    try {
      uri = URI.create(value);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String host = uri.getHost() == null ? "" : bare(uri.getHost().toLowerCase(Locale.ROOT));
    boolean isName = host.contains(".") && !host.matches("[0-9.]+|\\[.*");
    if (!isName
        || uri.getRawUserInfo() != null
        || ClosedNetwork.isPreview(value)
        || Platforms.isOne(host)
        || host.equals(bare(ownSite.toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    return address(uri.getScheme() + "://" + uri.getRawAuthority() + "/", Seed.Reach.HOST, "");
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static Optional<ProposedSeed.Address> address(
      String url, Seed.Reach reach, String reader) {
    return Optional.ofNullable(FrontierScope.normalize(url))
        .map(normal -> new ProposedSeed.Address(normal, reach, reader));
  }
}
