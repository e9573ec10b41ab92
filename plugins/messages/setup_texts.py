"""What the front door says: setting up, the command line, serving, testing, cleaning.

Standard library only, and no syntax newer than Python 3.6: tasks.py reads this before it knows which Python it runs on.
"""

# Setting up
OLD_PYTHON = (
    "Cần Python 3.11 trở lên, máy đang dùng Python {found}.\n"
    "Hãy cài bản mới hơn rồi chạy lại, ví dụ: python3.12 tasks.py"
)
MISSING_PARTS = (
    "Python {found} trên máy này thiếu {parts}, nên không dựng được môi trường riêng.\n"
    "Trên Debian hoặc Ubuntu, hãy chạy: sudo apt install {package}\n"
    "Trên máy khác: cài lại Python bản đầy đủ từ python.org."
)
FIRST_START = "Dựng môi trường của trang tin (chỉ làm một lần, khoảng nửa phút)…"
INSTALLING = "Đang cài các thư viện…"
INSTALLING_TEST_TOOLS = "Đang cài công cụ kiểm thử…"
READY = "Môi trường đã sẵn sàng."
WAITING = "Một lần cài đặt khác đang chạy (tiến trình {pid}); đang chờ…"
LOCK_STUCK = (
    "Đã chờ quá lâu một lần cài đặt khác (tiến trình {pid}).\n"
    "Nếu chắc chắn không có lần nào đang chạy, hãy xoá tệp {lock} rồi chạy lại."
)
STEP_FAILED = (
    "Không làm được bước “{step}”. Hãy kiểm tra mạng và chỗ trống trên đĩa rồi chạy lại.\nCông cụ báo:\n{details}"
)
STEP_VENV = "dựng môi trường"
STEP_PIP = "cài thư viện"
STEP_NPM = "lấy công cụ kiểm thử từ npm"
INTERRUPTED = "Đã dừng theo yêu cầu."

# The heading font
FETCHING_FONT = "Đang lấy phông chữ tiêu đề…"
FONT_UNREACHABLE = (
    "Chưa lấy được phông chữ tiêu đề ({reason}); trang dùng phông có sẵn của máy. Lần chạy sau sẽ thử lại."
)
FONT_NOT_MADE = "Phông chữ tiêu đề lấy về không dùng được ({reason}); trang dùng phông có sẵn của máy."
REASON_TIMEOUT = "quá thời gian chờ"
REASON_UNKNOWN = "npm báo mã {code}"
REASON_TOO_LARGE = "{size} byte, quá giới hạn {limit}"
REASON_LETTERS_MISSING = "thiếu các chữ {letters}"

# The command line
TASK_LIST_HEAD = "Các việc làm được (thêm --help VIỆC để xem tuỳ chọn)"
UNKNOWN_WORD = "Không có việc hay tuỳ chọn nào tên là “{word}”.{hint}"
HINT_NEAREST = " Ý bạn là “{nearest}”?"
VALUE_MISSING = "Tuỳ chọn “{flag}” cần một giá trị đi kèm."
NOT_UNDERSTOOD = "Không hiểu dòng lệnh: {reason}"
SEE_LIST = "Xem các việc làm được: python3 tasks.py --list"
FOLDER_MISSING = "--{flag}: không có thư mục {folder}"
NOT_A_FOLDER = "--{flag}: {folder} không phải là thư mục"
BAD_PORT = "--port: “{value}” không phải là số cổng; hãy dùng một số từ 1 đến 65535"
BAD_FORMAT = "--format: không có dạng “{value}”; hãy dùng một trong: {known}"

# Serving
SERVING = "Đang mở trang cho riêng máy này xem. Nhấn Ctrl-C để dừng."
PORT_TAKEN = "Cổng {wanted} đang bận hoặc không được phép dùng, nên chuyển sang cổng {port}."
LAST_GOOD_SITE = "Nội dung còn lỗi: trang đang mở là lần dựng tốt gần nhất."
NO_GOOD_SITE = "Nội dung còn lỗi và chưa có lần dựng tốt nào để mở."
NOT_FOUND = "Không có trang {address}"
PAGE_NOT_FOUND = "Không tìm thấy trang này."

# Preview
PREVIEWING = "Đang mở trang cho riêng máy này xem; mỗi lần lưu, trang tự làm mới. Nhấn Ctrl-C để dừng."
PREVIEW_ERRORS = "Có {count} lỗi: trang đang xem là lần dựng tốt gần nhất."
PREVIEW_WARNINGS = "Có {count} cảnh báo."
PREVIEW_MORE = "Và {count} mục khác; xem đủ ở cửa sổ dòng lệnh."
PROGRAM_FAULT = "Chương trình hoặc giao diện có lỗi ({kind}: {reason}). Bản cũ giữ nguyên."
BUILD_BROKEN_OFF = "Lần dựng bị dừng giữa chừng ({reason}). Bản cũ giữ nguyên; lưu lại một tệp để dựng lần nữa."
WORKER_DIED = "tiến trình dựng trang kết thúc với mã {code}"
WATCHED_BY_LOOKING = "Hệ điều hành không báo được các thay đổi ({reason}); chuyển sang tự xem lại các tệp, chậm hơn."
NO_SITE_YET_PAGE = (
    '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>Chưa có trang để xem</title>\n</head>\n<body>\n"
    "<p>Chưa có trang này. Trang tự hiện ra khi dựng được.</p>\n</body>\n</html>\n"
)

# Testing
INSTALLING_PROGRAMS = "Đang cài {packages} bằng apt…"
NO_PROGRAMS = "Không tìm thấy {programs}, nên bỏ qua các kiểm thử sau. Để chạy cả chúng, hãy cài: {command}"
NO_PROGRAMS_IN_CI = "Không có {programs} và không cài được; với CI=true đó là lỗi. Hãy cài: {command}"
NO_CHROMIUM_FOR_SCREENSHOTS = "Cần trình duyệt chromium để chụp màn hình. Hãy cài: {command}"
NO_CHROMIUM_FOR_ICONS = "Cần trình duyệt chromium để vẽ biểu tượng. Hãy cài: {command}"
LEFT_OUT = "  bỏ qua: {test}"
TOOL_FAILED = "{tool} báo lỗi (xem ở trên); vẫn chạy tiếp các bước sau."

# Cleaning, screenshots and icons
REMOVED = "Đã xoá {path}"
NOTHING_TO_CLEAN = "Không có gì để xoá."
NOT_OURS = "Giữ nguyên {path}: không có dấu {mark} của lần dựng nào, nên có thể là của bạn."
SCREENSHOTS_DONE = "Đã chụp {count} ảnh vào {folder}"
ICONS_DONE = "Đã vẽ {count} biểu tượng vào {folder}"
