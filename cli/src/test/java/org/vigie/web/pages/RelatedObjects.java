package org.vigie.web.pages;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Severity;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Referral;
import org.vigie.casework.Referrals;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.Subject;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.cluster.ClusterRuling;

/** Objects to which an account is in some relation: a new one each time, where it can be made. */
final class RelatedObjects {
  private final ServedConsole served;
  private final CaseDatabase database;
  private final String advert = HostileIndex.advertId(0);
  private final String cluster = HostileIndex.clusterId(0);
  private final String alert = HostileIndex.alertId(0);
  private final String network = HostileIndex.networkId(0);
  private int made;

  RelatedObjects(ServedConsole served, CaseDatabase database) {
    this.served = served;
    this.database = database;
  }

  /** Returns the name of an object to which an account is in a relation. */
  String of(String path, String account, Relation relation) {
    made++;
    return switch (relation) {
      case GONE -> gone(path);
      case NONSENSE -> "%3Cb%3E" + made;
      default -> existing(path, account, relation);
    };
  }

  private static String gone(String path) {
    return path.startsWith("/cases/") ? "k-999999" : "999999";
  }

  private String existing(String path, String account, Relation relation) {
    String owner = relation == Relation.OWN ? account : "analyst-2";
    if (path.startsWith("/api/v1/")) {
      return existing(path.substring("/api/v1".length()), account, relation);
    }
    return switch (path.substring(1, path.indexOf('/', 1))) {
      case "adverts" -> advert;
      case "clusters" -> cluster;
      case "alerts" -> alert;
      case "networks" -> network;
      case "accounts" -> path.endsWith("/link") ? grantedInvitation(owner) : account(path, owner);
      case "cases" -> caseFile(account, relation);
      case "searches" -> search(owner);
      case "exports" -> export(owner);
      case "erasures" -> erasure(owner);
      case "restrictions" -> restriction(owner);
      case "tokens" -> path.contains("/requests/") ? grantedToken(owner) : token(owner);
      case "referrals" -> referral(owner, caseFile(account, relation));
      case "rulings" -> ruling(owner);
      default ->
          throw new AssertionError("a kind of object must be known here, but isn't: " + path);
    };
  }

  String caseFile(String account, Relation relation) {
    Cases cases = new Cases(database, served.clock);
    String opener = relation == Relation.OWN ? account : "case-lead-2";
    String id = cases.open(opener, "a title that nobody else may learn " + made);
    if (relation == Relation.SHARED) {
      CaseFile known = cases.find(opener, id).orElseThrow();
      cases.addMember(known, account, opener);
    }
    return id;
  }

  String named(String path, String id, String account) throws Exception {
    String file = path.contains("{file}") ? enclosure(id, account) : "";
    return path.replace("{file}", file).replaceAll("\\{[a-z]+\\}", id);
  }

  /** Returns the number of a file in a case, whoever may see the case. */
  private String enclosure(String caseId, String account) throws Exception {
    Cases cases = new Cases(database, served.clock);
    for (String member : List.of(account, "case-lead-2")) {
      Optional<CaseFile> known = cases.find(member, caseId);
      if (known.isPresent()) {
        Enclosures enclosures =
            new Enclosures(
                database, served.workspace.database().resolveSibling("enclosures"), served.clock);
        byte[] content = "a title that nobody else may learn".getBytes(StandardCharsets.UTF_8);
        return String.valueOf(enclosures.add(known.get(), member, "a.txt", content).id());
      }
    }
    return "1";
  }

  private String search(String owner) {
    SavedSearches searches = new SavedSearches(database, served.clock);
    searches.save(owner, "search " + made, "visa", Severity.NOTICE);
    return String.valueOf(searches.of(owner).getFirst().id());
  }

  private String export(String owner) {
    ExportRequests requests = new ExportRequests(database, served.clock);
    requests.ask(owner, "visa", "jsonl", "Example authority", "within its district");
    return String.valueOf(requests.of(owner, 1).getFirst().id());
  }

  private String erasure(String owner) {
    ErasureRequests requests = new ErasureRequests(database, served.clock);
    requests.ask(owner, advert, "within its district");
    return String.valueOf(requests.of(owner, 1).getFirst().id());
  }

  private String restriction(String owner) {
    Restrictions restrictions = new Restrictions(database, served.clock);
    Subject other = new Subject(Subject.Kind.ADVERT, "a-ffffffffffffffffffff");
    restrictions.add(owner, other, Restriction.Ground.EVIDENCE, "for a good reason");
    return String.valueOf(restrictions.inForce().getFirst().number());
  }

  private String token(String owner) {
    ApiTokens tokens = new ApiTokens(database, new SecureRandom(), served.clock);
    tokens.make(owner, "test", Set.of(Scope.ADVERTS), "operation example", Duration.ofDays(1));
    return String.valueOf(tokens.of(owner).stream().mapToLong(ApiToken::id).max().orElseThrow());
  }

  /** What a second admin decides. */
  private String request(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    requests.ask(AdminRequest.Kind.CHANGE, owner, "analyst-2", "analyst enabled");
    return String.valueOf(requests.openOf(owner, AdminRequest.Kind.CHANGE).getLast().id());
  }

  private String account(String path, String owner) {
    return path.contains("/requests/") ? request(owner) : "analyst-2";
  }

  /** An invitation whose link whoever asked takes, now that another admin has granted it. */
  private String grantedInvitation(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    String name = "invited-" + made;
    requests.ask(AdminRequest.Kind.INVITE, owner, name, "analyst");
    long id = requests.openOf(owner, AdminRequest.Kind.INVITE).getLast().id();
    requests.decide("admin-2", id, true);
    new EnrolmentCodes(database, new SecureRandom(), served.clock).grant(id, name, "admin-2");
    return String.valueOf(id);
  }

  /** What whoever asked for it takes, now that an admin has granted it. */
  private String grantedToken(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    requests.ask(AdminRequest.Kind.TOKEN, owner, owner, "adverts 7 · test · operation example");
    long id = requests.openOf(owner, AdminRequest.Kind.TOKEN).getLast().id();
    requests.decide("admin", id, true);
    return String.valueOf(id);
  }

  private String referral(String owner, String caseId) {
    Referrals referrals = new Referrals(database, served.clock);
    Subject subject = new Subject(Subject.Kind.CASE, caseId);
    referrals.ask(owner, subject, "Example authority", "within its district");
    return String.valueOf(
        referrals.of(subject).stream().max(Comparator.comparing(Referral::id)).orElseThrow().id());
  }

  private String ruling(String owner) {
    Rulings rulings = new Rulings(database, served.clock);
    rulings.add(
        owner,
        ClusterRuling.Kind.NO_CAMPAIGN,
        cluster,
        List.of(advert),
        List.of(),
        "for a good reason");
    return String.valueOf(rulings.inEffect().getFirst().number());
  }
}
