package org.vigie.web.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.models.ModelActivation;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.AllowedHosts;
import org.vigie.web.Languages;
import org.vigie.web.Route;
import org.vigie.web.WebServer;
import org.vigie.web.pages.api.ApiCasework;
import org.vigie.web.pages.api.ApiOperations;
import org.vigie.web.pages.api.ApiPages;
import org.vigie.web.pages.api.ApiRoute;
import org.vigie.web.pages.operation.HealthPages;
import org.vigie.web.pages.operation.ModelPages;
import org.vigie.web.pages.operation.OperatorPages;

/** The analysts' console of one workspace: its pages, served. */
public final class Console implements AutoCloseable {
  /** Makes the tables of all that people do in the console. */
  public static final List<String> SCHEMA = OpenWorkspace.SCHEMA;

  /** Requests of one program in a minute: ten a second leave the pages quick. */
  static final int MOST_A_MINUTE = 600;

  /** Pages of one person in a minute: nobody reads five a second, a script does. */
  public static final int PAGES_A_MINUTE = 300;

  /** Files of granted exports of one account in a minute. */
  static final int EXPORTS_A_MINUTE = 5;

  /** Files that one account hands in within a minute. */
  static final int FILES_A_MINUTE = 60;

  private final OpenWorkspace open;
  private final IntakeSection intake;
  private final List<String> firstAccounts;
  private final WebServer server;
  private final List<Route> routes;

  private Console(
      OpenWorkspace open,
      IntakeSection intake,
      List<String> firstAccounts,
      WebServer server,
      List<Route> routes) {
    this.open = open;
    this.intake = intake;
    this.firstAccounts = List.copyOf(firstAccounts);
    this.server = server;
    this.routes = List.copyOf(routes);
  }

  /** Starts a console on a workspace. */
  public static Console start(Workspace workspace, ConsoleDependencies given) {
    OpenWorkspace open = OpenWorkspace.open(workspace, given);
    AccountSection people = new AccountSection(open, given);
    CustodySection custody = new CustodySection(open, given, people);
    CaseSection work = new CaseSection(open, given, people, custody.rows());
    SearchSection adverts = new SearchSection(open, given, work);
    IntakeSection intake = new IntakeSection(open, given);
    OperatorPages operators =
        new OperatorPages(
            workspace,
            open.index(),
            work.said(),
            given.limits().alertBudget(),
            given.limits().searchTimeout(),
            given.clock());
    List<Route> routes = new ArrayList<>(Assets.routes());
    routes.addAll(people.routes());
    routes.addAll(operation(open, given, people, operators));
    routes.addAll(custody.routes());
    List<ApiRoute> others =
        new ArrayList<>(new ApiCasework(work.store(), work.subjects(), given.clock()).routes());
    others.addAll(new ApiOperations(operators).routes());
    others.addAll(intake.programs());
    routes.addAll(intake.routes());
    routes.addAll(
        new ApiPages(
                open.index(),
                custody.exports(),
                work.ruled(),
                open.restrictions(),
                others,
                new ApiPages.Dependencies(
                    given.limits().searchTimeout(),
                    given.clock(),
                    adverts.disclosures(),
                    adverts.towns()))
            .routes());
    routes.addAll(adverts.routes(custody));
    routes.addAll(work.routes(adverts.disclosures()));
    Languages languages = Languages.in(workspace.root().resolve(Languages.FOLDER));
    WebServer server =
        new WebServer(
                given.address().host(),
                given.address().port(),
                routes,
                people.accessFilter(languages),
                hosts(given),
                Optional.of(intake.uploads()))
            .start();
    return new Console(open, intake, people.firstTokens(), server, routes);
  }

  /**
   * Returns what the settings name, the address to listen on, and where a provider sends people.
   */
  private static AllowedHosts hosts(ConsoleDependencies given) {
    List<String> names = new ArrayList<>(given.rules().web().allowedHosts());
    names.add(given.address().host());
    given.provider().ifPresent(provider -> names.add(provider.console()));
    return new AllowedHosts(names);
  }

  private static List<Route> operation(
      OpenWorkspace open,
      ConsoleDependencies given,
      AccountSection people,
      OperatorPages operators) {
    List<Route> routes =
        new ArrayList<>(
            new HealthPages(
                    people.accounts(),
                    open.index(),
                    given.log().trail().log(),
                    open.workspace(),
                    given.clock())
                .routes());
    ModelActivation models =
        new ModelActivation(given.models().folder(), given.models().approved(), given.clock());
    routes.addAll(
        new ModelPages(models, open.workspace().root().resolve(ModelPages.GOLD), people.stepUp())
            .routes());
    routes.addAll(operators.routes());
    return routes;
  }

  /** Returns every address that is served. */
  List<Route> routes() {
    return routes;
  }

  public int port() {
    return server.port();
  }

  /** Returns the path on which the first account is made, if there is none yet. */
  public Optional<String> firstAccountPath() {
    return firstAccountPaths().stream().findFirst();
  }

  /** Returns the paths on which the admins' accounts that are still missing are made, in order. */
  public List<String> firstAccountPaths() {
    return firstAccounts.stream().map(token -> "/first-account#" + token).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
    intake.close();
    open.close();
  }
}
