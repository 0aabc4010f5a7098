package org.vigie.web.pages.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.casework.ErasureRequest;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.people.Role;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.StepUp;

/**
 * Where erasures are asked for and granted: one person asks, a second one grants, each after giving
 * password and code again. The pages erase nothing: the next {@code ./vigie run} or {@code ./vigie
 * erase --granted} does.
 */
public final class ErasurePages {
  private static final int MOST_LISTED = 50;

  /** Adverts of one contact that may be asked for here; of more the command line takes care. */
  private static final int MOST_OF_CONTACT = 500;

  /** Adverts that a request names; the others are counted. */
  private static final int MOST_NAMED = 5;

  private final ErasureRequests requests;
  private final LiveIndex index;
  private final StepUp stepUp;

  public ErasurePages(ErasureRequests requests, LiveIndex index, StepUp stepUp) {
    this.requests = requests;
    this.index = index;
    this.stepUp = stepUp;
  }

  /**
   * What was asked for at once, in a list.
   *
   * @param path of its own address
   * @param contact key of the contact whose adverts they are, or empty
   * @param adverts the first of those to be erased
   * @param more how many others are
   * @param state where it stands
   */
  public record Row(
      String path,
      String contact,
      List<Named> adverts,
      int more,
      String at,
      String askedBy,
      List<Piece> why,
      State state) {
    static Row of(
        List<ErasureRequest> together, List<Named> named, String contact, boolean isThere) {
      ErasureRequest request = together.getFirst();
      return new Row(
          "/erasures/" + request.id(),
          contact,
          named,
          together.size() - named.size(),
          Words.minute(request.askedAt()),
          request.askedBy(),
          new EvidenceText(request.why()).pieces(),
          State.of(request, isThere));
    }
  }

  /**
   * An advert.
   *
   * @param path of its page
   * @param times when it was seen and posted; empty if it isn't shown or is erased
   */
  public record Named(String id, String path, List<Worded> times) {}

  /**
   * A contact all adverts of which may be asked for.
   *
   * @param key its key, or empty if an advert is asked for
   * @param adverts how many name it; more than may be asked for at once if they are too many
   */
  public record OfContact(String key, int adverts) {
    /** Returns whether so many may be asked for at once. */
    public boolean mayBeAsked() {
      return adverts > 0 && adverts <= MOST_OF_CONTACT;
    }
  }

  /**
   * Where a request stands.
   *
   * @param name of its phrase
   * @param by who decided it, or empty
   * @param next name of the phrase of what happens next, or empty
   */
  public record State(String name, String by, String next) {
    static State of(ErasureRequest request, boolean isThere) {
      if (request.isPending()) {
        return new State("pending", "", "");
      }
      if (!request.granted()) {
        return new State("declined", request.decidedBy(), "");
      }
      return new State("granted", request.decidedBy(), isThere ? "erasure.next" : "erasure.done");
    }
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/erasures", readers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/erasures", readers, Act.ALTERATION, this::ask),
        Route.post("/erasures/{id}", Access.of(Role.REVIEWER), Act.ERASURE, this::decide));
  }

  private List<Row> rows(List<ErasureRequest> some) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (ErasureRequest first : some) {
      List<ErasureRequest> together = requests.askedWith(first);
      boolean isThere = first.granted() && isAnyThere(together);
      rows.add(Row.of(together, firstOf(together), requests.contact(first), isThere));
    }
    return List.copyOf(rows);
  }

  private List<Named> firstOf(List<ErasureRequest> together) throws IOException {
    List<Named> named = new ArrayList<>();
    for (ErasureRequest request : together.stream().limit(MOST_NAMED).toList()) {
      String id = request.advert();
      named.add(new Named(id, Paths.advert(id), isThere(id) ? times(id) : List.of()));
    }
    return List.copyOf(named);
  }

  private List<Worded> times(String advert) throws IOException {
    return index
        .read(adverts -> adverts.findTimes(advert))
        .flatMap(found -> found)
        .map(Worded::said)
        .orElse(List.of());
  }

  private boolean isAnyThere(List<ErasureRequest> together) throws IOException {
    for (ErasureRequest request : together) {
      if (isThere(request.advert())) {
        return true;
      }
    }
    return false;
  }

  private boolean isThere(String advert) throws IOException {
    return index.read(adverts -> adverts.findAdvert(advert)).flatMap(found -> found).isPresent();
  }

  /** Returns the ids of the adverts that name a contact, of one more than may be asked for. */
  private List<String> named(String key) throws IOException {
    Optional<List<AssessedAdvert>> newest;
    try {
      newest =
          index.read(
              adverts -> adverts.newestAdverts(Paths.term("contact", key), MOST_OF_CONTACT + 1));
    } catch (QuerySyntaxException e) {
      return List.of(); // what can't be asked for is the key of no contact
    }
    return newest.orElse(List.of()).stream()
        .filter(found -> found.contacts().stream().anyMatch(one -> one.key().equals(key)))
        .map(found -> found.advert().id())
        .toList();
  }

  private OfContact ofContact(Visit visit) throws IOException {
    String key = visit.query("contact").strip();
    return new OfContact(key, key.isEmpty() ? 0 : named(key).size());
  }

  private Answer list(int status, Visit visit, String problem) throws IOException {
    String account = visit.account().name();
    boolean decides = visit.account().roles().contains(Role.REVIEWER);
    return new Answer.Page(
        status,
        "erasures",
        Map.of(
            "advert",
            visit.query("advert"),
            "contact",
            ofContact(visit),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/erasures"),
            "mine",
            rows(requests.of(account, MOST_LISTED)),
            "decided",
            decides ? rows(requests.decidedBy(account, MOST_LISTED)) : List.of(),
            "pending",
            decides ? rows(requests.pendingFor(account)) : List.of()));
  }

  private Answer ask(Visit visit) throws IOException {
    String advert = visit.form("advert").strip();
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return list(422, visit, "error.grounds");
    }
    String contact = visit.form("contact").strip();
    List<String> asked = contact.isEmpty() ? List.of(advert) : named(contact);
    if (contact.isEmpty() && !isThere(advert)) {
      return list(422, visit, "erasure.unknown");
    }
    if (!contact.isEmpty() && !visit.form("adverts").equals(String.valueOf(asked.size()))) {
      return list(409, visit, "erasure.changed");
    }
    if (asked.isEmpty() || asked.size() > MOST_OF_CONTACT) {
      return list(422, visit, "erasure.contact.many");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    requests.ask(visit.account().name(), asked, contact, why);
    return new Answer.SeeOther("/erasures");
  }

  private Answer decide(Visit visit) throws IOException {
    Optional<ErasureRequest> request = find(visit);
    boolean granted = visit.form("decision").equals("grant");
    if (request.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    return requests.decide(visit.account().name(), request.get().id(), granted)
        ? new Answer.SeeOther("/erasures")
        : Answer.Page.error(409, "error.second");
  }

  private Optional<ErasureRequest> find(Visit visit) {
    try {
      return requests.find(Long.parseLong(visit.path("id")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
