package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.web.pages.part.Paths;

class CaseworkPagesTest {
  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void keepsWhatAPersonSaysOfAnAdvertAndOfItsCluster() throws Exception {
    Browser analyst = served.as("analyst");
    String advert = Found.link(analyst.get("/?q=passport").body(), "/adverts/");
    String cluster = Found.link(analyst.get(advert).body(), "/clusters/");

    assertThat(analyst.get(advert).body())
        .contains("anyone in it is a possible victim or unknown")
        .doesNotContain("opinion\" value=\"not-one-campaign");
    HttpResponse<String> judged =
        analyst.post(
            advert + "/judgements",
            Map.of("opinion", "lead", "why", "the same phone <b>as</b> in another"));
    assertThat(judged.body())
        .contains("worth following", "the same phone &lt;b&gt;as&lt;/b&gt; in another")
        .doesNotContain("possible victim or unknown");
    served
        .as("reviewer")
        .post(
            cluster + "/judgements",
            Map.of("opinion", "not-one-campaign", "why", "two different employers"));
    assertThat(analyst.get(cluster).body()).contains("not one campaign", "two different employers");
    assertThat(analyst.get(advert).body()).contains("the same phone");
  }

  @Test
  void hidesScoresFromWhoJudgesBlindlyUntilTheyHaveGivenTheirView() throws Exception {
    Browser analyst = served.as("analyst-2");
    String advert = Found.link(analyst.get("/?q=Leeds").body(), "/adverts/");
    String cluster = Found.link(analyst.get(advert).body(), "/clusters/");
    String score = Found.group(analyst.get(advert).body(), "class=\"number\">([0-9.]+)<");
    assertThat(analyst.get(cluster).body()).contains("highest risk");

    analyst.post("/blind", Map.of("blind", "on", "next", "/"));
    for (String path : List.of("/", "/?q=passport", "/clusters", advert, cluster)) {
      assertThat(analyst.get(path).body())
          .as(path)
          .contains("hidden")
          .doesNotContain(">" + score, "highest risk", "<meter", "risk-high", "class=\"number\"");
    }
    analyst.post(advert + "/judgements", Map.of("opinion", "unsure", "why", "seen it blindly"));
    assertThat(analyst.get(advert).body()).contains(">" + score, "<meter");
    assertThat(analyst.get(cluster).body()).doesNotContain("highest risk");
    analyst.post(cluster + "/judgements", Map.of("opinion", "unsure", "why", "seen it blindly"));
    assertThat(analyst.get(cluster).body()).contains("highest risk");
    analyst.post("/blind", Map.of("blind", "off", "next", "/"));
    assertThat(analyst.get("/?q=passport").body()).contains("class=\"number\"");
  }

  @Test
  void wantsGroundsThatOthersCanFollow() throws Exception {
    Browser analyst = served.as("analyst");
    String advert = Found.link(analyst.get("/?q=passport").body(), "/adverts/");

    for (Map<String, String> form :
        List.of(
            Map.of("opinion", "lead", "why", "short"),
            Map.of("opinion", "no such", "why", "long enough to follow"),
            Map.of("opinion", "one-campaign", "why", "said of an advert"))) {
      assertThat(analyst.post(advert + "/judgements", form).statusCode()).isEqualTo(422);
    }
    assertThat(
            analyst
                .post("/adverts/a-0/judgements", Map.of("opinion", "lead", "why", "of nothing"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void takesAnAlertFromTheInboxToItsOutcome() throws Exception {
    Browser analyst = served.as("analyst");
    String alert = Found.link(analyst.get("/alerts").body(), "/alerts/");

    analyst.post(alert + "/assignment", Map.of("account", "analyst"));
    assertThat(analyst.get("/alerts?status=mine").body()).contains(alert);
    analyst.post(alert + "/snooze", Map.of("days", "3", "note", "the site is down"));
    assertThat(analyst.get("/alerts").body()).doesNotContain(alert);
    assertThat(analyst.get("/alerts?status=snoozed").body()).contains(alert, "2026-03-04");
    served.clock.pass(Duration.ofDays(3));
    analyst = served.as("analyst");
    assertThat(analyst.get("/alerts?status=mine").body()).contains(alert);
    assertThat(
            analyst
                .post(alert + "/outcome", Map.of("outcome", "referred", "note", "by one person"))
                .statusCode())
        .as("a referral needs a second person")
        .isEqualTo(404);
    analyst.post(alert + "/outcome", Map.of("outcome", "duplicate", "note", "known since May"));
    assertThat(analyst.get("/alerts?status=closed").body()).contains(alert, "a duplicate");
    Browser other = served.as("analyst-2");
    for (Map.Entry<String, Map<String, String>> late :
        Map.of(
                "/outcome", Map.of("outcome", "nothing", "note", "seen an hour ago"),
                "/snooze", Map.of("days", "7", "note", "seen an hour ago"))
            .entrySet()) {
      HttpResponse<String> told = other.post(alert + late.getKey(), late.getValue());
      assertThat(told.statusCode()).as("on a page from before").isEqualTo(409);
      assertThat(told.body()).contains("has answered this alert meanwhile", "seen an hour ago");
    }
    assertThat(analyst.get("/alerts?status=closed").body()).contains(alert, "a duplicate");
    analyst.post(alert + "/reopening", Map.of("note", "it is not the same"));
    assertThat(analyst.get(alert).body())
        .contains("the site is down", "known since May", "opened it again");
    assertThat(analyst.get("/alerts").body()).contains(alert);
    analyst.post(alert + "/outcome", Map.of("outcome", "lead", "note", "followed in a case"));
    assertThat(Files.readAllLines(served.workspace.labels()))
        .as("labels of the adverts on which the alert rests")
        .isNotEmpty()
        .allMatch(line ->
            line.matches(
                "\\{\"id\":\"a-[0-9a-f]{20}\",\"reviewer\":\"analyst\",\"risky\":true,\"at\":.*"));
    analyst.post(alert + "/reopening", Map.of("note", ""));
  }

  @Test
  void refersOnlyWhatASecondPersonGrants() throws Exception {
    Browser asker = served.as("reviewer");
    String alert = Found.link(asker.get("/alerts?status=all").body(), "/alerts/");
    asker.post(
        alert + "/referrals",
        Map.of("recipient", "Example authority", "why", "within its district"));
    Browser second = served.as("reviewer-2");
    String referral = Found.group(second.get(alert).body(), "action=\"(/referrals/[0-9]+)\"");

    assertThat(asker.get(alert).body())
        .contains("waits for a second person")
        .doesNotContain("value=\"grant\"");
    assertThat(asker.post(referral, Map.of("decision", "grant")).statusCode()).isEqualTo(409);
    assertThat(served.as("analyst").post(referral, Map.of("decision", "grant")).statusCode())
        .isEqualTo(403);
    assertThat(second.post(referral, Map.of("decision", "grant")).statusCode())
        .as("without password and code")
        .isEqualTo(403);
    assertThat(second.get(alert).body()).contains("waits for a second person");
    served.events.clear();
    served.grant(second, referral);
    Disclosure told = new Disclosure("Example authority", "within its district");
    assertThat(served.events.getFirst()).isEqualTo(served.events.getFirst().disclosing(told));
    assertThat(second.get(alert).body()).contains("granted by reviewer-2", "referred");
    assertThat(second.post(referral, Map.of("decision", "decline")).statusCode())
        .as("decided once")
        .isEqualTo(409);
    second.post(alert + "/reopening", Map.of("note", ""));
  }

  @Test
  void showsACaseToItsMembersAlone() throws Exception {
    Browser lead = served.as("case-lead");
    HttpResponse<String> opened =
        lead.post("/cases", Map.of("title", "Harvest <i>work</i> abroad"));
    String path = opened.uri().getPath();
    String advert = Found.link(lead.get("/?q=passport").body(), "/adverts/");
    String id = path.substring(path.lastIndexOf('/') + 1);
    lead.post(advert + "/filings", Map.of("case", id, "note", "the first of them"));
    assertThat(lead.get(path).body())
        .contains("Harvest &lt;i&gt;work&lt;/i&gt; abroad", advert, "the first of them");

    for (String name : List.of("analyst", "case-lead-2", "reviewer")) {
      Browser other = served.as(name);
      HttpResponse<String> hidden = other.get(path);
      HttpResponse<String> absent = other.get("/cases/k-999");
      assertThat(hidden.statusCode()).as(name).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(absent.body().replace("/cases/k-999", path));
      assertThat(other.get("/cases").body()).doesNotContain("Harvest");
      assertThat(other.post(path + "/notes", Map.of("note", "from outside")).statusCode())
          .isEqualTo(404);
      assertThat(other.post(advert + "/filings", Map.of("case", id, "note", "x")).statusCode())
          .isEqualTo(404);
      assertThat(other.post("/reason", Map.of("case", id, "reason", "", "next", "/")).statusCode())
          .isEqualTo(404);
    }
    lead.get(path);
    lead.post(path + "/members", Map.of("account", "analyst", "change", "add"));
    Browser member = served.as("analyst");
    served.because(member, id);
    assertThat(member.get(path).body()).contains("the first of them");
    assertThat(member.post(path + "/members", Map.of("account", "x", "change", "add")).statusCode())
        .as("a member that is no case lead")
        .isEqualTo(403);
    member.post(path + "/notes", Map.of("note", "seen by a member"));
    lead.post(path + "/members", Map.of("account", "analyst", "change", "remove"));
    assertThat(member.get(path).statusCode()).isEqualTo(404);
    assertThat(lead.get(path).body()).contains("seen by a member");
    HttpResponse<String> last =
        lead.post(path + "/members", Map.of("account", "case-lead", "change", "remove"));
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("The last member stays");
    assertThat(lead.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsAContactAmongTheMembersOfACase() throws Exception {
    Browser lead = served.as("case-lead");
    String path = lead.post("/cases", Map.of("title", "A fourth operation")).uri().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    String advert = Found.link(lead.get("/?q=passport").body(), "/adverts/");
    String contact = Jsoup.parse(lead.get(advert).body()).select("a[href^=/contact]").attr("href");
    String filings =
        Jsoup.parse(lead.get(contact).body())
            .select("form[action^=/contact/filings]")
            .attr("action");

    assertThat(
            served
                .as("analyst-2")
                .post(
                    Paths.contactFilings(key(lead, contact)),
                    Map.of("case", id, "note", "from outside"))
                .statusCode())
        .isEqualTo(404);
    lead.post(filings, Map.of("case", id, "note", "the same phone again"));
    Document file = Jsoup.parse(lead.get(path).body());
    assertThat(key(lead, file.select(".timeline a").attr("href"))).isEqualTo(key(lead, contact));
    assertThat(file.select(".timeline").text())
        .contains("put in the contact", "the same phone again")
        .doesNotContain("from outside");
    assertThat(
            lead.post("/contact/filings?key=phone:none", Map.of("case", id, "note", ""))
                .statusCode())
        .isEqualTo(404);
  }

  private static String key(Browser browser, String contact) throws Exception {
    return Jsoup.parse(browser.get(contact).body()).select("h1 bdi").text();
  }

  @Test
  void takesACaseAsTheReasonAndLogsIds() throws Exception {
    Browser lead = served.as("case-lead-2");
    String path = lead.post("/cases", Map.of("title", "Another operation")).uri().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    Browser again = served.signedIn("case-lead-2");
    served.traces.clear();

    again.post("/reason", Map.of("case", id, "reason", "", "next", path));
    again.post(path + "/notes", Map.of("note", "words that stay out of the log"));

    assertThat(served.traces)
        .containsExactly(
            "case-lead-2 reason " + id,
            "case-lead-2 consultation get /cases/{id} id=" + id,
            "case-lead-2 alteration post /cases/{id}/notes id=" + id,
            "case-lead-2 consultation get /cases/{id} id=" + id);
  }

  @Test
  void asksOnceForEachCaseWhatItIsLookedIntoForAndKeepsThat() throws Exception {
    Browser lead = served.as("case-lead");
    String one = lead.post("/cases", Map.of("title", "A fifth operation")).uri().getPath();
    String two = lead.post("/cases", Map.of("title", "A sixth operation")).uri().getPath();
    Browser again = served.as("case-lead");
    String idOfTwo = two.substring(two.lastIndexOf('/') + 1);

    assertThat(again.get(one).body()).doesNotContain("A fifth operation</h1>");
    HttpResponse<String> asked = again.get(two);
    assertThat(asked.uri().getPath()).isEqualTo("/reason");
    assertThat(Jsoup.parse(asked.body()).select("option[selected]").attr("value"))
        .isEqualTo(idOfTwo);
    again.post("/reason", Map.of("case", idOfTwo, "reason", "a new sign", "next", two));
    served.because(again, one.substring(one.lastIndexOf('/') + 1));
    served.events.clear();

    assertThat(again.get(two).body()).contains("A sixth operation");
    again.get("/alerts");
    assertThat(again.get(one).body()).contains("A fifth operation");
    again.get(two);
    assertThat(served.events)
        .extracting(AuditEvent::reason)
        .containsExactly(
            idOfTwo + " a new sign",
            idOfTwo + " a new sign",
            one.substring(one.lastIndexOf('/') + 1),
            idOfTwo + " a new sign");
  }

  @Test
  void logsTwoSignInsOfOneAccountEachWithItsOwnReason() throws Exception {
    Browser one = served.signedIn("analyst");
    Browser other = served.signedIn("analyst");
    one.post("/reason", Map.of("reason", "operation orchard"));
    other.post("/reason", Map.of("reason", "operation harbour"));
    served.events.clear();

    one.get("/");
    other.get("/");
    one.get("/alerts");

    assertThat(served.events)
        .extracting(AuditEvent::reason)
        .containsExactly("operation orchard", "operation harbour", "operation orchard");
    assertThat(served.events.get(2).session())
        .isEqualTo(served.events.get(0).session())
        .isNotEqualTo(served.events.get(1).session())
        .matches("[0-9a-f]{16}");
  }

  @Test
  void keepsReferralsOfACaseAmongItsMembers() throws Exception {
    Browser lead = served.as("case-lead");
    String path = lead.post("/cases", Map.of("title", "A third operation")).uri().getPath();
    lead.post(
        path + "/referrals", Map.of("recipient", "Example authority", "why", "within its remit"));

    Browser outside = served.as("reviewer-2");
    assertThat(outside.get("/referrals").body()).doesNotContain(path);
    lead.get(path);
    lead.post(path + "/members", Map.of("account", "reviewer-2", "change", "add"));
    String listed = outside.get("/referrals").body();
    assertThat(listed).contains(path);
    outside.post(
        Found.group(listed, "action=\"(/referrals/[0-9]+)\""), Map.of("decision", "decline"));
    assertThat(lead.get(path).body()).contains("declined by reviewer-2");
  }

  @Test
  void closesACaseWhichIsThenReadAndNotChangedUntilItIsOpenedAgain() throws Exception {
    Browser lead = served.as("case-lead");
    Browser analyst = served.as("analyst");
    String path = lead.post("/cases", Map.of("title", "An operation that ends")).uri().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    lead.post(path + "/members", Map.of("account", "analyst", "change", "add"));
    served.because(analyst, id);
    String advert = Found.link(analyst.get("/?q=passport").body(), "/adverts/");
    analyst.post(advert + "/filings", Map.of("case", id, "note", "the first of them"));
    Map<String, String> why = Map.of("why", "the trial is over");

    assertThat(analyst.post(path + "/closing", why).statusCode()).isEqualTo(403);
    assertThat(lead.post(path + "/closing", Map.of("why", "short")).statusCode()).isEqualTo(422);
    analyst.post(
        path + "/referrals", Map.of("recipient", "Example authority", "why", "its district"));
    assertThat(lead.post(path + "/closing", why).statusCode()).isEqualTo(409);
    lead.post(path + "/members", Map.of("account", "reviewer", "change", "add"));
    served.as("reviewer").post(firstReferral(), Map.of("decision", "decline"));
    assertThat(lead.post(path + "/closing", why).body())
        .contains("the trial is over", "Open it again");

    Document page = Jsoup.parse(analyst.get(path).body());
    assertThat(page.text()).contains("the first of them", "Closed", "the trial is over");
    assertThat(page.select("main form[method=post]")).isEmpty();
    assertThat(analyst.get(advert).body()).doesNotContain("value=\"" + id + "\"");
    Map<String, Map<String, String>> writing =
        Map.of(
            path + "/notes",
            Map.of("note", "one more note"),
            path + "/referrals",
            Map.of("recipient", "Example authority", "why", "its district"),
            advert + "/filings",
            Map.of("case", id, "note", "one more"),
            "/marks",
            Map.of("advert", advert.substring("/adverts/".length()), "change", "file", "case", id),
            "/reason",
            Map.of("case", id, "reason", "", "next", "/"));
    for (Map.Entry<String, Map<String, String>> form : writing.entrySet()) {
      HttpResponse<String> refused = analyst.post(form.getKey(), form.getValue());
      assertThat(refused.statusCode()).as(form.getKey()).isEqualTo(409);
      assertThat(refused.body()).contains("The case is closed");
    }
    assertThat(analyst.upload(path + "/files", "a.txt", new byte[] {65}).statusCode())
        .isEqualTo(409);
    assertThat(
            lead.post(path + "/members", Map.of("account", "analyst", "change", "remove"))
                .statusCode())
        .isEqualTo(409);
    assertThat(lead.post(path + "/closing", why).statusCode()).isEqualTo(409);

    lead.post(path + "/reopening", Map.of("why", "there is an appeal"));

    assertThat(analyst.post(path + "/notes", Map.of("note", "one more note")).body())
        .contains("one more note");
    assertThat(lead.post(path + "/reopening", why).statusCode()).isEqualTo(409);
    assertThat(served.traces)
        .anyMatch(
            trace -> trace.startsWith("case-lead alteration post /cases/{id}/closing id=" + id))
        .anyMatch(
            trace -> trace.startsWith("case-lead alteration post /cases/{id}/reopening id=" + id));
  }

  private static String firstReferral() throws Exception {
    String body = served.as("reviewer").get("/referrals").body();
    return Found.group(body, "action=\"(/referrals/[0-9]+)\"");
  }
}
