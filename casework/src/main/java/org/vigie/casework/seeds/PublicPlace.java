package org.vigie.casework.seeds;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** Sites on which everybody's pages lie, or which lead to others. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "t.me",
          "telegram.me",
          "telegram.dog",
          "telegram.org",
          "facebook.com",
          "fb.com",
          "instagram.com",
          "tiktok.com",
          "twitter.com",
          "x.com",
          "youtube.com",
          "youtu.be",
          "vk.com",
          "ok.ru",
          "whatsapp.com",
          "wa.me",
          "viber.com",
          "snapchat.com",
          "linkedin.com",
          "discord.com",
          "discord.gg",
          "skype.com",
          "line.me",
          "google.com",
          "goo.gl",
          "bit.ly",
          "tinyurl.com",
          "linktr.ee",
          "wikipedia.org",
          "apple.com",
          "paypal.com",
          "paypal.me");

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

  private static Optional<ProposedSeed.Address> ofHandle(String value) {
    String name = value.startsWith(TELEGRAM) ? value.substring(TELEGRAM.length()) : "";
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
        || isPlatform(host)
        || host.equals(bare(ownSite.toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    return address(uri.getScheme() + "://" + uri.getRawAuthority() + "/", Seed.Reach.HOST, "");
  }

  private static boolean isPlatform(String host) {
    return PLATFORMS.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
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
