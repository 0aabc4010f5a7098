package org.vigie.web.pages.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.Role;
import org.vigie.text.safe.Words;

/**
 * The two halves of an invitation: a link for the admin who asked, a code for the one who granted.
 * Each hands on one of them; an account needs both.
 */
public final class Inviting {
  /** How long both admins read on their page who enrolled. */
  private static final Duration TOLD = Duration.ofDays(30);

  private final Invitations invitations;
  private final EnrolmentCodes codes;
  private final AdminRequests requests;
  private final ConsoleAddress address;

  public Inviting(
      Invitations invitations,
      EnrolmentCodes codes,
      AdminRequests requests,
      ConsoleAddress address) {
    this.address = address;
    this.invitations = invitations;
    this.codes = codes;
    this.requests = requests;
  }

  /**
   * A link to hand on.
   *
   * @param text whole, or its path alone
   * @param whole whether it is whole; else the console's address belongs in front of it
   */
  public record Link(String text, boolean whole) {
    static final Link NONE = new Link("", true);
  }

  /** Returns a path as a link, whole where the console knows how others reach it. */
  Link link(String path, String asked) {
    return address
        .seenFrom(asked)
        .map(front -> new Link(front + path, true))
        .orElseGet(() -> new Link(path, false));
  }

  /** An account that was made with an invitation, and who is answerable for it. */
  public record Enrolled(String account, String invitedBy, String grantedBy, String at) {
    static Enrolled of(EnrolmentCodes.Enrolment made) {
      return new Enrolled(
          made.account(), made.invitedBy(), made.grantedBy(), Words.minute(made.at()));
    }
  }

  /**
   * Returns the path for the link of whoever works alone, where nobody grants: it needs no code.
   */
  String alone(String name, Set<Role> roles, String by) {
    return path(invitations.invite(name, roles, by));
  }

  /** Returns the code that whoever granted a request hands on; it is told once. */
  String code(AdminRequest granted, String by) {
    return codes.grant(granted.id(), granted.subject(), by);
  }

  /** Returns the requests of an admin that another one granted, and whose link was not taken. */
  List<AdminRequest> granted(String admin) {
    return requests.openOf(admin, AdminRequest.Kind.INVITE).stream()
        .filter(AdminRequest::isGranted)
        .toList();
  }

  /**
   * Returns the path for the link of such a request, which is told once; nothing if a later one
   * replaced it.
   */
  Optional<String> path(AdminRequest granted, Set<Role> roles, String by) {
    if (!requests.take(granted.id())) {
      return Optional.empty();
    }
    String token = invitations.invite(granted.subject(), roles, by);
    return codes.tie(granted.id(), token) ? Optional.of(path(token)) : Optional.empty();
  }

  /** Returns who enrolled of late. */
  List<Enrolled> enrolled() {
    return codes.madeWithin(TOLD).stream().map(Enrolled::of).toList();
  }

  private static String path(String token) {
    return "/invitation#" + token;
  }
}
