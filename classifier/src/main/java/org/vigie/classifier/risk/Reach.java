package org.vigie.classifier.risk;

import java.util.List;
import java.util.Locale;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.files.yaml.YamlMap;

/** How an advert is answered. */
enum Reach {
  ANY,
  MAIL_AND_LINK,
  LINK_WITHOUT_PHONE;

  static Reach parse(YamlMap yaml) {
    String text = yaml.text("contacts").toUpperCase(Locale.ROOT).replace('-', '_');
    for (Reach reach : values()) {
      if (reach.name().equals(text)) {
        return reach;
      }
    }
    throw new IllegalArgumentException(
        yaml.place() + ".contacts must be mail-and-link or link-without-phone");
  }

  boolean fits(List<Contact> contacts) {
    long phones = contacts.stream().filter(c -> c.type() == ContactType.PHONE).count();
    boolean link = contacts.stream().anyMatch(c -> c.type() == ContactType.URL);
    boolean mail = contacts.stream().anyMatch(c -> c.type() == ContactType.EMAIL);
    return switch (this) {
      case ANY -> true;
      case MAIL_AND_LINK -> mail && link;
      case LINK_WITHOUT_PHONE -> link && phones == 0;
    };
  }
}
