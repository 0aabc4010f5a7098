package org.vigie.web.pages.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.StepUp;

/** Where a person makes and ends tokens for programs that ask in their name. */
public final class TokenPages {
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 20;

  private final ApiTokens tokens;
  private final StepUp stepUp;
  private final AdminRequests requests;
  private final Lapses lapses;
  private final BooleanSupplier alone;

  /**
   * @param alone whether nobody else has to agree, asked at each deed
   */
  public TokenPages(
      ApiTokens tokens,
      StepUp stepUp,
      AdminRequests requests,
      Lapses lapses,
      BooleanSupplier alone) {
    this.lapses = lapses;
    this.requests = requests;
    this.alone = alone;
    this.tokens = tokens;
    this.stepUp = stepUp;
  }

  /**
   * A token in a list.
   *
   * @param path of its own address
   */
  public record Row(
      String path, List<Piece> name, String scopes, List<Piece> purpose, String expires) {
    static Row of(ApiToken token) {
      return new Row(
          "/tokens/" + token.id(),
          new EvidenceText(token.name()).pieces(),
          token.scopes().stream().sorted().map(Scope::label).collect(Collectors.joining(" ")),
          new EvidenceText(token.purpose()).pieces(),
          Words.minute(token.expiresAt()));
    }
  }

  public List<Route> routes() {
    Set<Role> roles = EnumSet.of(Role.CRAWL_MANAGER, Role.MODEL_OPERATOR);
    roles.addAll(Access.READERS);
    Access some = new Access.Having(roles);
    return List.of(
        Route.get("/tokens", some, Act.NONE, visit -> list(200, visit, "", "")),
        Route.post("/tokens", some, Act.ALTERATION, this::make),
        Route.post("/tokens/requests/{id}", some, Act.ALTERATION, this::take),
        Route.post("/tokens/{id}/end", some, Act.ALTERATION, this::end));
  }

  private Answer list(int status, Visit visit, String problem, String made) {
    lapses.pass();
    String account = visit.account().name();
    return new Answer.Page(
        status,
        "tokens",
        Map.of(
            "tokens",
            tokens.of(account).stream().map(Row::of).toList(),
            "asked",
            Stream.concat(
                    requests.openOf(account, AdminRequest.Kind.TOKEN).stream(),
                    requests.lapsedWithin(AccountPages.TOLD).stream()
                        .filter(one -> one.kind() == AdminRequest.Kind.TOKEN)
                        .filter(one -> one.askedBy().equals(account)))
                .toList(),
            "scopes",
            Arrays.stream(Scope.values()).map(Scope::label).toList(),
            "problem",
            problem,
            "made",
            made,
            "proof",
            stepUp.proof(visit, "/tokens")));
  }

  private Answer make(Visit visit) {
    Set<Scope> scopes =
        visit.forms("scope").stream()
            .map(Scope::find)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    String name = visit.form("title").strip();
    String purpose = visit.form("purpose").strip();
    String account = visit.account().name();
    if (scopes.isEmpty()
        || name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.contains("·")
        || purpose.length() < Grounds.SHORTEST
        || tokens.of(account).size() >= MOST) {
      return list(422, visit, "token.incomplete", "");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get(), "");
    }
    if (alone.getAsBoolean()) {
      return list(
          200, visit, "", tokens.make(account, name, scopes, purpose, days(visit.form("days"))));
    }
    String labels = scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(","));
    requests.ask(
        AdminRequest.Kind.TOKEN,
        account,
        account,
        String.join(
            " ",
            labels,
            String.valueOf(days(visit.form("days")).toDays()),
            "·",
            name,
            "·",
            purpose));
    return list(202, visit, "token.asked", "");
  }

  /** Makes a token that an admin granted: once, for whoever asked for it. */
  private Answer take(Visit visit) {
    Optional<AdminRequest> found =
        requests.openOf(visit.account().name(), AdminRequest.Kind.TOKEN).stream()
            .filter(one -> String.valueOf(one.id()).equals(visit.path("id")) && one.isGranted())
            .findFirst();
    if (found.isEmpty() || !requests.take(found.get().id())) {
      return NotFound.answer();
    }
    String[] parts = found.get().detail().split(" · ", 3);
    String[] what = parts[0].split(" ", -1);
    Set<Scope> scopes =
        Arrays.stream(what[0].split(",", -1))
            .map(Scope::find)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    String made =
        tokens.make(
            visit.account().name(),
            parts[1],
            scopes,
            parts[2],
            Duration.ofDays(Long.parseLong(what[1])));
    return list(200, visit, "", made);
  }

  private static Duration days(String text) {
    return switch (text) {
      case "30" -> Duration.ofDays(30);
      case "90" -> ApiTokens.LONGEST;
      default -> Duration.ofDays(7);
    };
  }

  private Answer end(Visit visit) {
    try {
      return tokens.revoke(visit.account().name(), Long.parseLong(visit.path("id")))
          ? new Answer.SeeOther("/tokens")
          : NotFound.answer();
    } catch (NumberFormatException e) {
      return NotFound.answer();
    }
  }
}
