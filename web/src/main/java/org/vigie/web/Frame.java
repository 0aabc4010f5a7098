package org.vigie.web;

import java.util.Set;
import org.vigie.advert.Assessment;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Session;

/**
 * What stands round every page.
 *
 * @param phrases the words of the reader's language
 * @param account name of who is signed in, or empty
 * @param roles what that person may do
 * @param formToken what every form must carry, or empty
 * @param reason what the person looks into adverts for, or empty
 * @param path of the page
 * @param asked what to come back to: the path, with the query of a page that was got
 * @param blind whether scores are hidden until the reader has judged
 * @param alone whether one person runs the console alone
 */
public record Frame(
    Phrases phrases,
    String account,
    Set<Role> roles,
    String formToken,
    String reason,
    String path,
    String asked,
    boolean blind,
    boolean alone) {
  static Frame of(Visit visit) {
    return new Frame(
        visit.phrases(),
        visit.findAccount().map(Account::name).orElse(""),
        visit.findAccount().map(Account::roles).orElse(Set.of()),
        visit.findSession().map(Session::formToken).orElse(""),
        visit.findSession().flatMap(Session::reason).orElse(""),
        visit.context().path(),
        visit.isGet() ? visit.asked() : visit.context().path(),
        visit.findSession().map(Session::isBlind).orElse(false),
        visit.isAlone());
  }

  /** Returns whether the reader may see adverts. */
  public boolean reads() {
    return roles.stream().anyMatch(Access.READERS::contains);
  }

  /** Returns whether the reader has a role, by its label. */
  public boolean is(String role) {
    return roles.contains(Role.labelled(role));
  }

  /** Returns whether this is the page at a path. */
  public boolean isAt(String other) {
    return path.equals(other);
  }

  /** Returns a form of exploitation in words, or as the index has it if it is none that we know. */
  public String sayForm(String form) {
    return Assessment.FORMS.contains(form) ? say("form." + form) : tell(form);
  }

  /** Returns the name of an indicator in the reader's language, or as the taxonomy has it. */
  public String sayIndicator(String id, String name) {
    return phrases.indicator(id, name);
  }

  /** Returns a sentence that the machine wrote, in the reader's language. */
  public String tell(String english) {
    return phrases.tell(english);
  }

  /** Returns the words of a phrase, for short templates. */
  public String say(String key, Object... blanks) {
    return phrases.of(key, blanks);
  }
}
