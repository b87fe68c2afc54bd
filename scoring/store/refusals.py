"""What is said to a person when the database cannot be used?"""

import duckdb


class StoreError(Exception):
    """The database cannot be used; the text is a Vietnamese sentence with the cure."""


class StoreBusy(StoreError):
    """Another program holds the database, or keeps writing to it."""


class StoreUnreadable(StoreError):
    """The database is damaged, out of reach, or not one of ours."""


class AlreadyUndone(KeyError):
    """The batch is there, and was undone before; its id is the argument."""


_LOCKED = ("could not set lock", "conflicting lock", "another process", "already open in")


def refusal(shown: str, error: Exception, *, served: bool = False) -> StoreError:
    """The refusal that fits an error met while opening the database `shown`.

    `served`: it lives on a database server, and the error's own words may hold the password.
    """
    if served:
        return StoreUnreadable(
            f"Không mở được cơ sở dữ liệu {shown}. Hãy kiểm tra máy chủ PostgreSQL có đang chạy "
            "không; tên máy, cổng, tên cơ sở dữ liệu, tài khoản và mật khẩu trong "
            "SCORING_DATABASE; và quyền ghi vào thư mục dữ liệu."
        )
    reason = str(error)
    if any(sign in reason.lower() for sign in _LOCKED):
        return busy(shown)
    return StoreUnreadable(
        f"Không mở được cơ sở dữ liệu {shown}: tệp bị hỏng, không có quyền đọc và ghi, hoặc không "
        "phải cơ sở dữ liệu của phần mềm này. Hãy kiểm tra đường dẫn trong SCORING_DATABASE, khôi "
        "phục từ bản sao lưu, hoặc chuyển tệp đi nơi khác để phần mềm tạo cơ sở dữ liệu mới. "
        f"Chi tiết kỹ thuật: {reason.splitlines()[0] if reason else type(error).__name__}"
    )


def busy(shown: str) -> StoreBusy:
    """Another program has the database open."""
    return StoreBusy(
        f"Cơ sở dữ liệu {shown} đang được một chương trình khác mở, thường là bảng điều khiển "
        "đang chạy. Hãy tắt chương trình đó rồi chạy lại, hoặc làm việc này trên trang Nhập dữ "
        "liệu của bảng điều khiển."
    )


def still_changing(shown: str) -> StoreBusy:
    """Other programs keep writing, and every attempt to write met one of them."""
    return StoreBusy(
        f"Nhiều máy đang ghi vào cơ sở dữ liệu {shown} cùng lúc. Chưa ghi gì; hãy thử lại sau "
        "ít phút."
    )


def newer(shown: str, version: int) -> StoreUnreadable:
    """The database was written by a later release."""
    return StoreUnreadable(
        f"Cơ sở dữ liệu {shown} do một phiên bản mới hơn của phần mềm tạo ra (lược đồ số "
        f"{version}). Hãy cập nhật phần mềm rồi mở lại."
    )


def no_extension(name: str) -> StoreUnreadable:
    """A DuckDB extension is not installed for the running release of DuckDB."""
    package = f"duckdb-extension-{name.replace('_', '-')}=={duckdb.__version__}"
    return StoreUnreadable(
        f"Thiếu phần mở rộng {name} của DuckDB. Hãy cài bằng lệnh: python -m pip install {package}"
    )


def not_an_address(text: str) -> StoreUnreadable:
    """The text names no database."""
    return StoreUnreadable(
        f"SCORING_DATABASE không đúng: '{text}'. Hãy ghi đường dẫn tới một tệp .duckdb, hoặc "
        "'ducklake:<tệp danh mục>?data_path=<thư mục>', hoặc "
        "'ducklake:postgres:<kết nối>?data_path=<thư mục>'."
    )
