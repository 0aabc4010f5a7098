"""Scrapy as its documentation has it: a CrawlSpider that follows every link and keeps every page.

scrapy runspider adverts.py -a seed=URL -a folder=FOLDER -s JOBDIR=FOLDER -s CLOSESPIDER_PAGECOUNT=N
"""

import hashlib
import os

from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule


class AdvertsSpider(CrawlSpider):
    name = "adverts"
    rules = (Rule(LinkExtractor(), callback="keep", follow=True),)

    @classmethod
    def update_settings(cls, settings):
        super().update_settings(settings)
        settings.setdict(
            {
                "ROBOTSTXT_OBEY": True,
                "DOWNLOAD_DELAY": 0,
                "AUTOTHROTTLE_ENABLED": False,
                "HTTPCACHE_ENABLED": False,
                "DEPTH_LIMIT": 0,
                # A first-in-first-out queue: breadth first, as the others go.
                "DEPTH_PRIORITY": 1,
                "SCHEDULER_DISK_QUEUE": "scrapy.squeues.PickleFifoDiskQueue",
                "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
                "COOKIES_ENABLED": False,
                "TELNETCONSOLE_ENABLED": False,
                "LOG_LEVEL": "ERROR",
            },
            priority="spider",
        )

    def __init__(self, seed, folder, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.start_urls = [seed]
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def parse_start_url(self, response):
        return self.keep(response)

    def keep(self, response):
        name = hashlib.sha1(response.url.encode()).hexdigest()
        with open(os.path.join(self.folder, name), "wb") as page:
            page.write(response.body)
