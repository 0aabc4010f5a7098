package org.vigie.classifier.entity;

import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/**
 * A contact with its place in the normalised text.
 *
 * @param contact the contact
 * @param start first position in the normalised text
 * @param end position after the last
 */
record Found(Contact contact, int start, int end) {
  static Found of(
      ContactView view, ContactType type, String value, int start, int end, int moreSteps) {
    int from = view.start(start);
    int to = view.end(end);
    int steps = view.undone(start, end) + Disguise.of(view.text(), from, to) + moreSteps;
    return new Found(
        new Contact(type, value, "", view.text().originalSpan(from, to), steps), from, to);
  }
}
