// One stream of events for all open pages: a browser opens no more than six connections to one server.
"use strict";

const PAUSE = 1000; // ms before a stream that the browser has given up is opened anew

const pages = new Set();
let last = null;

function open() {
  const stream = new EventSource("/.preview/events");
  stream.onmessage = (event) => {
    last = event.data;
    for (const page of pages) page.postMessage(last);
  };
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(open, PAUSE);
  };
}

function welcome(page) {
  page.onmessage = (event) => {
    if (event.data === "leave") {
      pages.delete(page);
      return;
    }
    pages.add(page);
    if (last !== null) page.postMessage(last);
  };
}

self.onconnect = (event) => welcome(event.ports[0]);
open();
