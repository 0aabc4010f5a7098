package org.vigie.classifier.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.text.NormalizedText;

/**
 * Finds the contacts a text names: links and handles first, then accounts and wallets, then phones
 * in what is left.
 */
public final class ContactFinder {
  private final ContactWords words;
  private final LinkFinder links;

  private ContactFinder(ContactWords words) {
    this.words = words;
    this.links = new LinkFinder(words.address().topLevelDomains());
  }

  /** Reads {@code contact-words.yaml} from the models folder. */
  public static ContactFinder load(Path models) throws IOException {
    return new ContactFinder(ContactWords.load(models));
  }

  /**
   * Returns the contacts in order of appearance, none overlapping another.
   *
   * @param region ISO 3166-1 alpha-2 code that completes national phone numbers, or empty: then
   *     only international forms are read
   * @param defaultService service that a bare {@code @name} belongs to here, or empty
   */
  public List<Contact> find(NormalizedText text, String region, String defaultService) {
    return find(text, PhoneRegions.only(region), defaultService);
  }

  /**
   * Returns the contacts in order of appearance, none overlapping another.
   *
   * @param regions where national phone numbers may be from
   * @param defaultService service that a bare {@code @name} belongs to here, or empty
   */
  public List<Contact> find(NormalizedText text, PhoneRegions regions, String defaultService) {
    return read(text, regions, defaultService).contacts();
  }

  /**
   * What one text holds.
   *
   * @param contacts in order of appearance, none overlapping another
   * @param unplaced digits of numbers that it spells in words and that are no country's phone
   */
  public record Reading(List<Contact> contacts, List<String> unplaced) {
    public Reading {
      contacts = List.copyOf(contacts);
      unplaced = List.copyOf(unplaced);
    }
  }

  /**
   * Reads a text.
   *
   * @param regions where national phone numbers may be from
   * @param defaultService service that a bare {@code @name} belongs to here, or empty
   */
  public Reading read(NormalizedText text, PhoneRegions regions, String defaultService) {
    PhoneRegions known = regions.knownTo(PhoneNumbers::knows);
    boolean[] taken = new boolean[text.length()];
    List<Found> found = new ArrayList<>();
    ContactView view = ContactView.of(text, words);
    take(EmailFinder.in(view), taken, found);
    for (LinkFinder.Link link : links.in(view)) {
      take(List.of(contactOf(view, link)), taken, found);
    }
    take(HandleFinder.in(view, defaultService), taken, found);
    take(PaymentFinder.in(text), taken, found);
    take(MobileMoney.numbers(text), taken, found);
    PhoneFinder phones = new PhoneFinder(text, words, known, regionsOf(found));
    take(phones.find(taken), taken, found);
    take(MobileMoney.accounts(text, List.copyOf(found)), taken, found);
    found.sort(Comparator.comparingInt(Found::start));
    return new Reading(found.stream().map(Found::contact).toList(), phones.unplaced());
  }

  /** Returns the regions of the hosts of links and addresses. */
  private static List<String> regionsOf(List<Found> found) {
    List<String> regions = new ArrayList<>();
    for (Found contact : found) {
      String value = contact.contact().value();
      String host =
          switch (contact.contact().type()) {
            case EMAIL -> value.substring(value.indexOf('@') + 1);
            case URL -> value.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#:].*$", "");
            default -> "";
          };
      String region = Regions.ofHost(host);
      if (PhoneNumbers.knows(region)) {
        regions.add(region);
      }
    }
    return regions;
  }

  private static void take(List<Found> more, boolean[] taken, List<Found> found) {
    for (Found contact : more) {
      if (isFree(taken, contact)) {
        for (int i = contact.start(); i < contact.end(); i++) {
          taken[i] = true;
        }
        found.add(contact);
      }
    }
  }

  private static boolean isFree(boolean[] taken, Found contact) {
    for (int i = contact.start(); i < contact.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  /** A link to a messenger names a phone or a handle; any other link is a link. */
  private static Found contactOf(ContactView view, LinkFinder.Link link) {
    String digits = ServiceLinks.phoneIn(link.scheme(), link.host(), link.rest());
    if (!digits.isEmpty()) {
      PhoneNumbers.Phone phone = PhoneNumbers.find(digits, true, "");
      if (phone != null) {
        Found found =
            Found.of(view, ContactType.PHONE, phone.e164(), link.start(), link.end(), link.steps());
        Contact c = found.contact();
        return new Found(
            new Contact(c.type(), c.value(), phone.country(), c.span(), c.disguise()),
            found.start(),
            found.end());
      }
    }
    String service = Services.ofHost(link.host());
    String account = service.isEmpty() ? "" : ServiceLinks.accountIn(link.host(), link.rest());
    return account.isEmpty()
        ? Found.of(view, ContactType.URL, link.absolute(), link.start(), link.end(), link.steps())
        : Found.of(
            view,
            ContactType.HANDLE,
            service + ":" + account,
            link.start(),
            link.end(),
            link.steps());
  }
}
