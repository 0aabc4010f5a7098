package org.vigie.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.Session;

/** Where a form was sent from, as far as a browser and the form's own token tell. */
final class FormOrigin {
  /** What a browser says of a form that one of our own pages sends (Fetch Metadata, 2.4). */
  private static final String OURS = "same-origin";

  private FormOrigin() {}

  /**
   * Returns whether a form comes from a page of this session. Before anyone has signed in there is
   * no session to abuse; the cookie's SameSite and the browser's own word on the origin stand
   * guard.
   */
  static boolean isOwn(Visit visit, Route route) {
    String site = site(visit);
    if (isElsewhere(site)) {
      return false;
    }
    // A page from before anyone signed in, in another tab, can't know the session's token.
    if (route.access() instanceof Access.Anyone && site.equals(OURS)) {
      return true;
    }
    Optional<Session> session = visit.findSession();
    return session.isEmpty()
        || MessageDigest.isEqual(
            session.get().formToken().getBytes(StandardCharsets.UTF_8),
            visit.form(RequestParameters.FORM_TOKEN).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns whether the browser says that a page of another origin sends this. */
  static boolean isElsewhere(Visit visit) {
    return isElsewhere(site(visit));
  }

  private static boolean isElsewhere(String site) {
    return !site.isEmpty() && !site.equals(OURS);
  }

  private static String site(Visit visit) {
    @Nullable String site = visit.context().header("Sec-Fetch-Site");
    return site == null ? "" : site;
  }
}
