package org.vigie.crawler.trap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/ /",
        "/ad/123 /ad/#/",
        "/ad/7/ /ad/#/",
        "/day/2026-01-05 /day/#-#-#/",
        "/ad-55.html /ad-#.html/",
        "/ad/123?id=9&sort=up /ad/#/?id&sort",
        "/ad/7?sort=down&id=1&id=2 /ad/#/?id&sort",
        "/list;jsessionid=1A2B /list/",
        "/list;jsessionid=1A2B?page=2 /list/?page",
        "/list?PHPSESSID=abc&page=2 /list/?page",
        "/list?sid=a1b2c3d4e5 /list/",
        "/list?s=kitchen /list/?s",
        "/list?s=0f3a9c1b7d /list/",
        "/u/0f3a9c1b7d2e /u/*/",
        "/u/550e8400-e29b-41d4-a716-446655440000 /u/*/",
        "/jobs/kitchen-help-wanted-in-a-small-hotel /jobs/*/",
        "/a/b/c/d/e/f/g/h /a/b/c/d/e/f/...",
        "/x?a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1 /x/?...",
        "/x?f1=1&f22=1 /x/?f#",
      })
  void replacesWhatVariesFromPageToPage(String target, String shape) {
    assertThat(UrlTemplate.of("https://a.example.org:81" + target))
        .isEqualTo(new UrlTemplate("a.example.org:81", shape));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/list;jsessionid=1A2B /list",
        "/list;v=1;jsessionid=1A2B/x /list;v=1/x",
        "/list;jsessionid=1A2B?a=1 /list?a=1",
        "/list?a=1&PHPSESSID=abc&b=2 /list?a=1&b=2",
        "/list?sid=a1b2c3d4e5 /list",
        "/list?ASPSESSIONIDQQ=x&a= /list?a=",
        "/list?ASP.NET_SessionId=x /list",
        "/list?sid=up /list?sid=up",
        "/list?s=hotel&q /list?s=hotel&q",
      })
  void leavesSessionIdsOut(String target, String expected) {
    assertThat(UrlTemplate.withoutSession("https://a.example.org" + target))
        .isEqualTo("https://a.example.org" + expected);
  }

  @Test
  void tellsHostsApart() {
    assertThat(UrlTemplate.of("https://a.example.org/1"))
        .isNotEqualTo(UrlTemplate.of("https://b.example.org/1"));
  }
}
