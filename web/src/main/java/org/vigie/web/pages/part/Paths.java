package org.vigie.web.pages.part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vigie.casework.Subject;
import org.vigie.web.Answer;

/** Paths of the console's pages. */
public final class Paths {
  private Paths() {}

  /** Returns a path that a form named, or the first page if it would lead elsewhere. */
  public static String local(String path) {
    return Answer.SeeOther.isLocal(path) ? path : "/";
  }

  /** Returns a path with a query of all values that aren't empty, in order. */
  public static String with(String path, Map<String, String> query) {
    StringBuilder with = new StringBuilder(path);
    query.forEach((name, value) -> {
      if (!value.isEmpty()) {
        with.append(with.length() == path.length() ? '?' : '&')
            .append(name)
            .append('=')
            .append(encoded(value));
      }
    });
    return with.toString();
  }

  /** Returns the path of a search. */
  public static String search(String query) {
    return "/?q=" + encoded(query);
  }

  /** Returns the path of the adverts that bear a tag. */
  public static String tagged(String tag) {
    return "/worklist?tag=" + encoded(tag);
  }

  public static String advert(String id) {
    return "/adverts/" + encoded(id);
  }

  /** Returns where the erasure of an advert is asked for. */
  public static String erasure(String advert) {
    return "/erasures?advert=" + encoded(advert);
  }

  /** Returns where it stands how long an advert is kept. */
  public static String retention(String advert) {
    return "/retention?advert=" + encoded(advert);
  }

  /** Returns where something is restricted. */
  public static String restriction(String subject) {
    return "/restrictions?subject=" + encoded(subject);
  }

  public static String cluster(String id) {
    return "/clusters/" + encoded(id);
  }

  /**
   * Returns the path of a contact's page; its key may hold anything, so it is no part of a path.
   */
  public static String contact(String key) {
    return "/contact?key=" + encoded(key);
  }

  /** Returns the path of the map of a contact. */
  public static String contactMap(String key) {
    return "/contact/map?key=" + encoded(key);
  }

  /** Returns the path of what the adverts of a contact show together. */
  public static String contactTogether(String key) {
    return "/contact/together?key=" + encoded(key);
  }

  /** Returns the path where the erasure of all adverts of a contact is asked for. */
  public static String contactErasure(String key) {
    return "/erasures?contact=" + encoded(key);
  }

  /** Returns the address at which a contact is put into a case. */
  public static String contactFilings(String key) {
    return "/contact/filings?key=" + encoded(key);
  }

  public static String network(String id) {
    return "/networks/" + encoded(id);
  }

  public static String alert(String id) {
    return "/alerts/" + encoded(id);
  }

  /** Returns the path of all alerts about something, named by its id or key. */
  public static String alertsAbout(String subject) {
    return "/alerts?status=all&subject=" + encoded(subject);
  }

  public static String caseFile(String id) {
    return "/cases/" + encoded(id);
  }

  /** Returns the path under which things of a kind have their pages. */
  public static String folder(Subject.Kind kind) {
    return "/" + kind.label() + "s/";
  }

  /** Returns the path of the page of something. */
  public static String of(Subject subject) {
    return subject.kind() == Subject.Kind.CONTACT
        ? contact(subject.id())
        : folder(subject.kind()) + encoded(subject.id());
  }

  /** Returns the search of all adverts with a value in a field. */
  public static String field(String field, String value) {
    return search(term(field, value));
  }

  /** Returns a value of a field as the query language writes it. */
  public static String term(String field, String value) {
    return field + ":\"" + value.replace("\"", "") + "\"";
  }

  /** Returns the search of adverts like one. */
  public static String alike(String advertId) {
    return search("like:" + advertId);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
