package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.casework.render.ContactReport;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.search.analysis.PhoneDigits;
import org.vigie.text.NormalizedText;
import org.vigie.text.safe.SafeText;

/**
 * Finds the contact that a person types: by its key, as adverts write it, or by a phone's digits.
 */
final class TypedContact {
  /** Adverts with one number, of whatever country: more don't tell of more countries. */
  private static final int SAMPLE = 200;

  private final AdvertIndex index;
  private final ContactFinder finder;

  TypedContact(AdvertIndex index, ContactFinder finder) {
    this.index = index;
    this.finder = finder;
  }

  /**
   * Returns what is known of it.
   *
   * @throws UserError if no advert has it, or if a number without its country's code is that of
   *     several contacts
   */
  ContactReport find(String typed) throws IOException {
    Optional<ContactReport> found = ContactReport.find(index, typed.strip());
    for (Contact contact : finder.find(NormalizedText.of(typed), "", "")) {
      found = found.isPresent() ? found : ContactReport.find(index, contact.key());
    }
    if (found.isEmpty()) {
      found = byDigits(typed);
    }
    return found.orElseThrow(() ->
        UserError.ofInput(
            "a contact must be in an advert, but none has '%s'".formatted(SafeText.line(typed))));
  }

  /** Adverts are searched as {@code phone:} does it: by the last digits, of any country. */
  private Optional<ContactReport> byDigits(String typed) throws IOException {
    String digits = PhoneDigits.of(typed);
    if (!typed.strip().matches("[+\\d ()./-]+")
        || digits.length() < PhoneDigits.FEWEST
        || digits.length() > PhoneDigits.MOST) {
      return Optional.empty();
    }
    String national = digits.replaceFirst("^0+", "");
    TreeSet<String> keys = new TreeSet<>();
    for (AssessedAdvert advert : index.newestAdverts("phone:" + digits, SAMPLE)) {
      advert.contacts().stream()
          .filter(contact -> contact.type() == ContactType.PHONE)
          .map(Contact::key)
          .filter(key -> key.endsWith(national))
          .forEach(keys::add);
    }
    return only(typed, List.copyOf(keys));
  }

  private Optional<ContactReport> only(String typed, List<String> keys) throws IOException {
    if (keys.size() > 1) {
      throw UserError.ofInput(
          "a phone must be typed with its country's code where several end so, but '%s' is one of %s"
              .formatted(SafeText.line(typed), String.join(", ", keys)));
    }
    return keys.isEmpty() ? Optional.empty() : ContactReport.find(index, keys.getFirst());
  }
}
