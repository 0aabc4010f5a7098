package org.vigie.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Assessment;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Session;

/**
 * What stands round every page.
 *
 * @param phrases the words of the reader's language
 * @param reader who is signed in
 * @param path of the page
 * @param asked what to come back to: the path, with the query of a page that was got
 * @param alone whether one person runs the console alone
 * @param typed words of a form that wasn't taken, so that they aren't lost; else none
 */
public record Frame(
    Phrases phrases, Reader reader, String path, String asked, boolean alone, List<String> typed) {
  /** From which on an answer says that something wasn't done. */
  private static final int REFUSED = 400;

  /**
   * Who is signed in, if anyone.
   *
   * @param account name, or empty
   * @param roles what that person may do
   * @param formToken what every form must carry, or empty
   * @param reason what the person looks into adverts for, or empty
   * @param blind whether scores are hidden until the person has judged
   */
  public record Reader(
      String account, Set<Role> roles, String formToken, String reason, boolean blind) {
    static Reader of(Visit visit) {
      return new Reader(
          visit.findAccount().map(Account::name).orElse(""),
          visit.findAccount().map(Account::roles).orElse(Set.of()),
          visit.findSession().map(Session::formToken).orElse(""),
          visit.findSession().flatMap(Session::reason).orElse(""),
          visit.findSession().map(Session::isBlind).orElse(false));
    }
  }

  /**
   * @param status of the page
   */
  static Frame of(Visit visit, int status) {
    return new Frame(
        visit.phrases(),
        Reader.of(visit),
        visit.context().path(),
        visit.isGet() ? visit.asked() : visit.context().path(),
        visit.isAlone(),
        status < REFUSED ? List.of() : visit.typed());
  }

  /** Returns the name of who is signed in, or empty. */
  public String account() {
    return reader.account();
  }

  /** Returns what every form must carry, or empty. */
  public String formToken() {
    return reader.formToken();
  }

  /** Returns whether scores are hidden until the reader has judged. */
  public boolean blind() {
    return reader.blind();
  }

  /** Returns whether the reader may see adverts. */
  public boolean reads() {
    return reader.roles().stream().anyMatch(Access.READERS::contains);
  }

  /** Returns whether the reader has a role, by its label. */
  public boolean is(String role) {
    return reader.roles().contains(Role.labelled(role));
  }

  /** Returns whether this is the page at a path. */
  public boolean isAt(String other) {
    return path.equals(other);
  }

  /** Returns a form of exploitation in words, or as the index has it if it is none that we know. */
  public String sayForm(String form) {
    return Assessment.FORMS.contains(form) ? say("form." + form) : sayValue("form", form);
  }

  /** Returns the name of an indicator in the reader's language, or as the taxonomy has it. */
  public String sayIndicator(String id, String name) {
    return phrases.indicator(id, name);
  }

  /** Returns how the value of an argument of findings is said, such as a channel. */
  public String sayValue(String argument, String value) {
    return phrases.value(argument, value);
  }

  /** Returns the name of a rule in the reader's language, or as a person named a stored query. */
  public String sayRule(String rule) {
    return phrases.value("rule", rule);
  }

  /** Returns stored words in the reader's language, on one line. */
  public String tell(Worded words) {
    return phrases.tell(words);
  }

  /** Returns the same of what is wrong with what the reader typed or set: no advert says it. */
  public String explain(Worded words) {
    return phrases.explain(words);
  }

  /** Returns the language of words that are shown as they are, if it isn't the page's. */
  public @Nullable String foreign(Worded words) {
    return words.isAsItIs() && !phrases.language().equals(Locale.ENGLISH)
        ? Locale.ENGLISH.toLanguageTag()
        : null;
  }

  /** Returns the words of a phrase, for short templates. */
  public String say(String key, Object... blanks) {
    return phrases.of(key, blanks);
  }
}
